/**
 * Node loads this into a bot before anything else (`--require`). CLOCK_FILE holds how far the bot's clock is ahead, in
 * ms, and CLOCK_AHEAD_MS is added to that.
 */
const { readFileSync } = require('node:fs');

const aheadMs = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const clockFile = process.env['CLOCK_FILE'];
let steppedMs = 0;
function readClockFile() {
  steppedMs = Number(readFileSync(clockFile, 'utf8')) || 0;
}
if (clockFile !== undefined) {
  readClockFile();
  setInterval(readClockFile, 50).unref();
}
const now = Date.now.bind(Date);
Date.now = () => now() + aheadMs + steppedMs;
