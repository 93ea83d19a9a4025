/**
 * Loaded into a bot before anything else (`--require`): what it asks of Entra goes to LOGIN_URL on loopback. MSAL takes
 * https and Microsoft's own hosts only, and what is tried is MSAL as it is.
 */
const http = require('node:http');
const https = require('node:https');
const { URL } = require('node:url');

const { hostname, port } = new URL(process.env['LOGIN_URL'] ?? '');
const request = https.request.bind(https);
https.request = (options, ...more) =>
  options.hostname === process.env['LOGIN_HOST']
    ? http.request(
        { ...options, protocol: 'http:', hostname, port, headers: { ...options.headers } },
        ...more,
      )
    : request(options, ...more);
