import { runDemo } from './runDemo';

process.exitCode = runDemo(process.argv.slice(2), { out: (text) => console.log(text), error: (text) => console.error(text) });
