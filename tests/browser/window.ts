import type { Browser, Locator, Page } from 'playwright-core';

/** Pages and cards take a while to come on a busy machine; a step that waits longer has failed. */
const PATIENCE_MS = 60_000;

/** One person's Playground window: what they see and do there. */
export class Window {
  private constructor(readonly page: Page) {}

  /** Opens the window; what arrives before that is never shown. */
  static async open(browser: Browser, url: string): Promise<Window> {
    // Narrower than this, the Playground lays its panels over the chat.
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(url);
    const window = new Window(page);
    await window.editor.waitFor();
    return window;
  }

  /** Shows a conversation: "Personal Chat", "Group chat" or a channel's name. */
  async goTo(conversation: string): Promise<void> {
    await this.page.getByRole('treeitem', { name: conversation }).click();
    await this.editor.waitFor();
  }

  /** Says it in the conversation in sight. */
  async say(text: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.insertText(text);
    await this.page.getByLabel('Send Message').first().click();
  }

  /** Says it to the bot: by mention in a group chat. */
  async mention(text: string): Promise<void> {
    await this.writeMention(text);
    await this.page.getByLabel('Send Message').first().click();
  }

  /** Starts a thread in a channel, with a mention of the bot. */
  async post(text: string): Promise<void> {
    await this.writeMention(text);
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
  }

  /** Looks something up in the message extension, and puts the result of that title into the conversation. */
  async lookUp(words: string, title: string): Promise<void> {
    const panel = await this.openExtension('Search Command');
    await panel.getByRole('textbox', { name: 'Enter a search term' }).fill(words);
    await panel.getByRole('heading', { name: title }).first().click();
    await this.editor.locator('.ac-adaptiveCard').waitFor();
    await this.page.getByLabel('Send Message').first().click();
  }

  /** Opens the dialog of a command of the message extension. */
  async openDialog(commandId: string): Promise<Locator> {
    await this.openExtension('Action Command');
    const dialog = this.page.getByRole('dialog').first();
    await dialog.getByRole('textbox', { name: 'Command ID' }).fill(commandId);
    await dialog.getByRole('button', { name: 'Create' }).click();
    return dialog;
  }

  /** The latest card in sight that shows all of `texts`; waits until it is there. */
  async card(...texts: readonly string[]): Promise<Locator> {
    const card = texts.reduce(
      (cards, text) => cards.filter({ hasText: text }),
      this.page.locator('.ac-adaptiveCard'),
    );
    await card.last().waitFor();
    return card.last();
  }

  /** How many cards of the conversation show this. */
  countCards(text: string): Promise<number> {
    return this.page.locator('.ac-adaptiveCard', { hasText: text }).count();
  }

  /** Presses a button of the card that shows all of `texts`. */
  async press(button: string, ...texts: readonly string[]): Promise<void> {
    await (await this.card(...texts)).getByRole('button', { name: button, exact: true }).click();
  }

  /** Takes one of a form's choices, counted from 0. */
  async choose(form: Locator, label: string, index: number): Promise<void> {
    await form.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option').nth(index).click();
  }

  private get editor(): Locator {
    return this.page.locator('[data-lexical-editor=true]').first();
  }

  private async openExtension(kind: string): Promise<Locator> {
    await this.page.getByLabel('Trigger Message Extension App').first().click();
    await this.page.getByRole('menuitem', { name: kind }).click();
    return this.page.getByRole('group').last();
  }

  private async writeMention(text: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.type('@');
    await this.page.locator('#typeahead-menu').getByRole('menuitem', { name: 'Partner Desk' }).click();
    await this.page.keyboard.insertText(` ${text}`);
  }
}
