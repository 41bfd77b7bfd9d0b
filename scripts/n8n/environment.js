'use strict';

const path = require('node:path');

const places = require('./places');

/** What a program needs of this machine. The rest stays out: a shell may hold settings of somebody's real n8n. */
const OF_THE_MACHINE = [
	'PATH',
	'HOME',
	'USERPROFILE',
	'LANG',
	'LC_ALL',
	'TMPDIR',
	'TEMP',
	'TMP',
	'SystemRoot',
	'COMSPEC',
	'APPDATA',
	'LOCALAPPDATA',
];

const LOOPBACK_ONLY = {
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	// Whoever presses Ctrl-C does not want to wait for a run that OneFile's limit holds back.
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '3',
};

const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
	N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_AI_ENABLED: 'false',
	N8N_PYTHON_ENABLED: 'false',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	N8N_SENTRY_DSN: '',
	N8N_FRONTEND_SENTRY_DSN: '',
	// Loads a catalogue from n8n's makers at every start, and has no switch of its own.
	N8N_DISABLED_MODULES: 'mcp-registry',
};

/** n8n on loopback, quiet, with its data in `data` and file access to the example files alone. */
function n8nEnvironment({ node, data, port, brokerPort, outsideLog }) {
	const machine = Object.fromEntries(
		OF_THE_MACHINE.filter((name) => name in process.env).map((name) => [name, process.env[name]]),
	);
	return {
		...machine,
		...LOOPBACK_ONLY,
		...QUIET,
		PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
		NODE_ENV: 'production',
		NODE_OPTIONS: `--require "${path.join(__dirname, 'loopback-only.cjs')}"`,
		OUTSIDE_CALLS_LOG: outsideLog,
		N8N_USER_FOLDER: data,
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_RESTRICT_FILE_ACCESS_TO: places.examples,
		GENERIC_TIMEZONE: 'Europe/London',
		N8N_LOG_LEVEL: 'info',
	};
}

module.exports = { n8nEnvironment };
