import { runCardAction, runGmailMessage, runHomepage, runSuggest } from './run';
import { runDecide, runDoGet, runReceive, runShowPage } from './runPage';
import { runTrigger } from './runTrigger';

/** gas-webpack-plugin makes a top-level function of each assignment below. These are the only globals of the bundle. */
declare const global: Record<string, unknown>;

/** First card of the sidebar. */
global.onHomepage = (event: unknown) => runHomepage(event);
/** Gmail's card beside each message that is opened. */
global.onGmailMessage = (event: unknown) => runGmailMessage(event);
/** Every action of a card. */
global.onCardAction = (event: unknown) => runCardAction(event);
/** Suggestions for a field. */
global.onSuggest = (event: unknown) => runSuggest(event);
/** The operator's recurring trigger. */
global.onSweep = (event: unknown) => runTrigger('onSweep', event);
/** The operator's one-shot trigger, to go on soon with what did not fit. */
global.onContinue = (event: unknown) => runTrigger('onContinue', event);
/** The operator's web page. */
global.doGet = (event: unknown) => runDoGet(event);
/** What the page shows; called by the page. */
global.showPage = (requestId: unknown, options: unknown) => runShowPage(requestId, options);
/** What an officer decides on the page; called by the page. */
global.decide = (requestId: unknown, digest: unknown, decision: unknown, reason: unknown) => runDecide(requestId, digest, decision, reason);
/** A piece of a CSV file that somebody uploads; called by the page. */
global.receive = (uploadId: unknown, piece: unknown) => runReceive(uploadId, piece);
