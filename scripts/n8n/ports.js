'use strict';

const net = require('node:net');

/** Opens the port on loopback for a moment to see whether it is free; 0 takes any. */
function tryPort(port) {
	return new Promise((resolve) => {
		const server = net.createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const taken = server.address().port;
			server.close(() => resolve(taken));
		});
	});
}

const freePort = () => tryPort(0);

/** The first free port from `wanted` on: the usual address when possible, and none that needs looking for otherwise. */
async function portFrom(wanted, tries = 20) {
	for (let port = wanted; port < wanted + tries; port++) {
		if (await tryPort(port)) return port;
	}
	return await freePort();
}

module.exports = { freePort, portFrom };
