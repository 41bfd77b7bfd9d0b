'use strict';

// Loaded into n8n before anything else (node --require). It refuses every look-up and connection that would
// leave this machine and writes it down, so that "nothing calls outside" is a checked fact and not a setting.
const dns = require('node:dns');
const fs = require('node:fs');
const net = require('node:net');

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|0\.0\.0\.0|::)$/;
const stays = (host) => !host || LOOPBACK.test(host);

function refuse(how, host) {
	fs.appendFileSync(process.env.OUTSIDE_CALLS_LOG, `${how} ${host}\n`);
	return Object.assign(new Error(`${how} of ${host} refused: this n8n stays on this machine`), {
		code: 'ENOTFOUND',
		hostname: host,
	});
}

for (const lookUp of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
	const byCallback = dns[lookUp];
	dns[lookUp] = (host, ...rest) => {
		if (stays(host) || net.isIP(host)) return byCallback.call(dns, host, ...rest);
		return process.nextTick(rest.at(-1), refuse('look-up', host));
	};
	const byPromise = dns.promises[lookUp];
	dns.promises[lookUp] = async (host, ...rest) => {
		if (stays(host) || net.isIP(host)) return await byPromise.call(dns.promises, host, ...rest);
		throw refuse('look-up', host);
	};
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
	// Node hands on its own normalised arguments as one array; outside callers give an object or port and host.
	const [first, second] = Array.isArray(args[0]) ? args[0] : args;
	const host = typeof first === 'object' ? first?.host : second;
	// A name is caught when it is looked up; here only addresses that need no look-up are left.
	if (typeof host === 'string' && net.isIP(host) && !stays(host)) {
		const error = refuse('connection', host);
		process.nextTick(() => this.destroy(error));
		return this;
	}
	return connect.apply(this, args);
};
