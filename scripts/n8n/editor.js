'use strict';

const { owner } = require('./owner');

const testId = (id) => `[data-test-id="${id}"]`;

/** n8n's editor in a browser page, in the words of somebody who uses it. */
function editorIn(page, url) {
	const node = (name) => page.locator(`[data-node-name="${name}"]`).first();

	const credential = page
		.locator(`${testId('editCredential-modal')}, ${testId('credential-edit-dialog')}`)
		.first();

	return {
		async signIn() {
			await page.goto(`${url}/signin`);
			await page.locator('input[name="emailOrLdapLoginId"]').fill(owner.email);
			await page.locator('input[name="password"]').fill(owner.password);
			await page.locator(testId('form-submit-button')).click();
			await page.waitForURL((address) => !address.pathname.includes('signin'));
		},
		async openWorkflow(id, aNode) {
			await page.goto(`${url}/workflow/${id}`);
			await node(aNode).waitFor();
		},
		async zoomToFit() {
			await page.locator(testId('zoom-to-fit')).click();
		},
		/** Presses "Execute workflow" and waits for the tick on the node that runs last. */
		async execute(lastNode) {
			await page
				.locator(`${testId('execute-workflow-button')}:visible`)
				.last()
				.click();
			await node(lastNode).locator(testId('canvas-node-status-success')).waitFor({ timeout: 120_000 });
		},
		async openNode(name) {
			await node(name).dblclick();
			await page.locator(testId('parameter-input')).first().waitFor();
		},
		/** Opens the From List box of a field and waits for what OneFile answers. */
		async openList(field) {
			await page.locator(`${testId(`resource-locator-${field}`)} ${testId('rlc-input')}`).click();
			await page.locator(testId('rlc-item')).first().waitFor();
		},
		async closeList() {
			await page.keyboard.press('Escape');
			await page.locator(testId('rlc-item')).first().waitFor({ state: 'hidden' });
		},
		async closeNode() {
			await page.keyboard.press('Escape');
			await page.locator(testId('parameter-input')).first().waitFor({ state: 'hidden' });
		},
		async openCredential() {
			await page.locator(testId('credential-edit-button')).first().click();
			await credential.waitFor();
			// n8n tests it by itself when it is opened.
			await credential.getByText('Connection tested successfully').waitFor({ timeout: 90_000 });
		},
		async closeCredential() {
			await page.keyboard.press('Escape');
			await credential.waitFor({ state: 'hidden' });
		},
		/** Waits until n8n's own messages are gone and nothing moves any more. */
		async settle() {
			await page.locator('.el-notification').first().waitFor({ state: 'hidden' });
			await page.waitForLoadState('networkidle');
			await page.evaluate(() =>
				Promise.all(
					document
						.getAnimations()
						.filter(({ effect }) => effect.getTiming().iterations !== Infinity)
						.map(({ finished }) => finished.catch(() => {})),
				),
			);
		},
		/** Leaves the workflow: n8n holds it for the page that has it open, and the next one could only read. */
		async leave() {
			await page.goto(`${url}/home/workflows`);
			await page.locator(testId('resources-list-wrapper')).first().waitFor();
		},
	};
}

module.exports = { editorIn };
