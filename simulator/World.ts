import { ChatState } from './chat/ChatState';
import { CloudState } from './cloud/CloudState';
import { DirectoryState } from './directory/DirectoryState';
import { DriveState } from './drive/DriveState';
import { Clock } from './kernel/Clock';
import { Faults } from './kernel/Faults';
import { Latency } from './kernel/Latency';
import { Random } from './kernel/Random';
import { MailState } from './mail/MailState';
import { Network } from './network/Network';
import { PeopleState } from './people/PeopleState';

export interface WorldOptions {
  /** Virtual time at the start, ms since the epoch. Default 2026-03-02T08:00:00Z (a Monday). */
  readonly startAt?: number;
  readonly seed?: number;
  readonly latency?: Latency;
}

/**
 * One Google Workspace in memory: the state of every service, one clock, one source of randomness, one list of faults.
 * State is plain and readable, so that tests assert the world and not the calls.
 */
export class World {
  readonly clock: Clock;
  readonly random: Random;
  readonly faults = new Faults();
  readonly latency: Latency;
  /** Customers, domains, users, groups, organizational units. */
  readonly directory: DirectoryState;
  /** Cloud projects, enabled APIs, service accounts, access tokens, domain-wide delegation. */
  readonly cloud: CloudState;
  /** Contacts and contact groups of every user. */
  readonly people: PeopleState;
  /** Chat spaces and who is in them. */
  readonly chat: ChatState;
  /** Spreadsheets and who may open them. */
  readonly drive: DriveState;
  /** Mails sent and received. */
  readonly mail: MailState;
  /** Google's HTTP APIs. */
  readonly network: Network;

  constructor(options: WorldOptions = {}) {
    this.clock = new Clock(options.startAt ?? Date.UTC(2026, 2, 2, 8));
    this.random = new Random(options.seed ?? 1);
    this.latency = options.latency ?? new Latency();
    this.directory = new DirectoryState(this);
    this.cloud = new CloudState(this);
    this.people = new PeopleState(this);
    this.chat = new ChatState(this);
    this.drive = new DriveState(this);
    this.mail = new MailState(this);
    this.network = new Network(this);
  }
}
