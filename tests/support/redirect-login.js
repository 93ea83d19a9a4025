/**
 * Node loads this into a bot before anything else (`--require`). It sends requests to Entra to LOGIN_URL on loopback.
 * MSAL accepts only https and Microsoft's own hosts, and the tests use MSAL unchanged.
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
