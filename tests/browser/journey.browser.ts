/**
 * The journey as people see it: the real bot, one Playground a seat, and a browser window for each. 1:1, group chat and
 * channel; the partner, the PDM, the PTS, a guest of another partner and the queues' lead.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../../cards/words/languages';
import { findProjectRoot } from '../../src/shared/project-root';
import { inChromium } from './in-chromium';
import { PlaygroundProcess } from './playground-process';
import { Window } from './window';

const folder = path.join(findProjectRoot(), '.data', 'browser', 'journey');
const SEATS = ['partner', 'pdm', 'pts', 'guest', 'lead'] as const;
type Seat = (typeof SEATS)[number];

inChromium('the journey in the browser', (browser) => {
  let playground: PlaygroundProcess;
  let windows: Readonly<Record<Seat, Window>>;
  let failed: string | undefined;

  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    playground = await PlaygroundProcess.start(path.join(folder, 'bot'));
    const opened: Partial<Record<Seat, Window>> = {};
    for (const seat of SEATS) opened[seat] = await Window.open(browser(), playground.urlOf(seat));
    windows = opened as Record<Seat, Window>;
    await windows.pdm.goTo('PDM queue');
    await windows.pts.goTo('General');
  }, 300_000);

  afterAll(() => playground.stop());

  /** One step of the story. Leaves a picture of every window that took part, and stops the story where it fails. */
  function step(name: string, seats: readonly Seat[], act: () => Promise<void>): void {
    it(
      name,
      async () => {
        if (failed !== undefined) throw new Error(`Not tried, as an earlier step failed: ${failed}`);
        try {
          await act();
        } catch (error) {
          failed = name;
          await takePictures(`failed ${name}`, SEATS);
          const reason = error instanceof Error ? error.message : String(error);
          throw new Error(`${reason}\nWhat the windows showed: ${folder}`, { cause: error });
        }
        await takePictures(name, seats);
      },
      240_000,
    );
  }

  async function takePictures(name: string, seats: readonly Seat[]): Promise<void> {
    for (const seat of seats) {
      const file = `${name} (${seat}).png`.replace(/[^\w().-]+/g, '-');
      await windows[seat].page.screenshot({ path: path.join(folder, file) });
    }
  }

  step('answers a question with its source', ['partner'], async () => {
    await windows.partner.say('What does the architecture desk cost?');
    const answer = await windows.partner.card('Architecture Desk', 'free of charge', 'Source:');
    expect(await answer.innerText()).toContain('From the owner');
  });

  step('shows side by side what the desk is and isn’t', ['partner'], async () => {
    await windows.partner.say('What is and isn’t the Architecture Desk?');
    const card = await windows.partner.card('What it is and isn’t', 'Architecture Desk');
    const is = await card.getByText('✓ It is', { exact: true }).boundingBox();
    const isNot = await card.getByText('✕ It isn’t', { exact: true }).boundingBox();
    expect(Math.abs(is!.y - isNot!.y)).toBeLessThan(4);
    expect(isNot!.x).toBeGreaterThan(is!.x + 100);
  });

  step('stores a request that was filled in by sentence and form', ['partner'], async () => {
    await windows.partner.say('request an Architecture Design Session for Contoso');
    const form = await windows.partner.card('Request an engagement');
    expect(await form.getByRole('textbox', { name: 'Customer' }).inputValue()).toBe('Contoso');
    await form.getByRole('textbox', { name: languages.en.intake.details }).fill('Forty shops move to Azure.');
    await windows.partner.press('Send request', 'Request an engagement');
    await windows.partner.card('Sent · PD-0001', 'Contoso', 'PDM EMEA');
  });

  step('brings the handoff card to the PDM’s channel, without the free text', ['pdm'], async () => {
    const handoff = await windows.pdm.card('PD-0001', 'Waiting in queue', 'Northwind Traders');
    expect(await handoff.innerText()).not.toContain('Forty shops');
    expect(await windows.pdm.countCards('Waiting in queue')).toBe(1);
  });

  step('tells a partner of another company nothing of it', ['guest'], async () => {
    await windows.guest.say('status PD-0001');
    await windows.guest.card('can’t find that request');
  });

  step('lets the PDM claim it, and tells the partner', ['pdm', 'partner'], async () => {
    await windows.pdm.press('Claim', 'PD-0001', 'Waiting in queue');
    await windows.pdm.card('PD-0001', 'Claimed · Priya Nair');
    expect(await windows.pdm.countCards('Waiting in queue')).toBe(0);
    await windows.partner.card('Priya Nair claimed it.');
    await windows.partner.card('Claimed · Priya Nair', 'Contoso');
    expect(await windows.partner.countCards('Sent · PD-0001')).toBe(0);
  });

  step('carries the PDM’s question to the partner and the answer back', ['pdm', 'partner'], async () => {
    await windows.pdm.goTo('Personal Chat');
    await windows.pdm.press('Ask', 'PD-0001', 'Claimed');
    const question = await windows.pdm.card('Ask the partner');
    await question
      .getByRole('textbox', { name: 'What do you need to know?' })
      .fill('How many users are there?');
    await windows.pdm.press('Send question', 'Ask the partner');
    await windows.partner.press('Answer', 'Priya Nair asked a question.', 'How many users are there?');
    const answer = await windows.partner.card('Answer the question');
    await answer.getByRole('textbox', { name: 'Your answer' }).fill('Nine hundred.');
    await windows.partner.press('Send answer', 'Answer the question');
    await windows.pdm.card('PD-0001', 'Nine hundred.', 'Claimed');
  });

  step('accepts it for a day and completes it', ['pdm', 'partner'], async () => {
    await windows.pdm.press('Accept', 'PD-0001', 'Claimed');
    const day = await windows.pdm.card('Accept the request');
    await day.locator('input').first().fill('2031-03-04');
    await windows.pdm.press('Accept', 'Accept the request');
    await windows.partner.card('Priya Nair accepted it and set the date');
    await windows.pdm.press('Complete', 'PD-0001', 'Agreed for');
    const outcome = await windows.pdm.card('Complete the request');
    await windows.pdm.choose(outcome, 'Outcome', 0);
    await windows.pdm.press('Complete', 'Complete the request');
    await windows.partner.card('PD-0001', 'Completed · Priya Nair');
  });

  step(
    'hands a request for the PTS to the PTS, who declines it with a reason',
    ['pts', 'partner'],
    async () => {
      await windows.partner.say('request a Proof of Concept for Fabrikam, for my PTS');
      await windows.partner.press('Send request', 'Request an engagement');
      await windows.partner.card('Sent · PD-0002', 'PTS EMEA');
      await windows.pts.card('PD-0002', 'Waiting in queue', 'Proof of Concept');
      await windows.pts.press('More', 'PD-0002');
      await windows.pts.press('Decline', 'PD-0002', 'Waiting in queue');
      const form = await windows.pts.card('Decline the request');
      await windows.pts.choose(form, 'Reason', 0);
      await windows.pts.press('Decline', 'Decline the request');
      await windows.partner.card('Lena Fischer declined it.');
    },
  );

  step('shows the lead what became of both', ['lead'], async () => {
    await windows.lead.say('queue closed');
    await windows.lead.card('PD-0001', 'Completed');
    await windows.lead.card('PD-0002', 'Declined');
  });

  step('finds an answer as it is typed, and puts its card into the chat', ['guest'], async () => {
    await windows.guest.lookUp('asfp enterprise agreement', 'EA customer');
    const posted = await windows.guest.card(
      'through your ASfP',
      'Source:',
      languages.en.channelAnswer.continue,
    );
    expect(await posted.innerText()).not.toContain('Details');
  });

  // Agents Playground 0.2.28: a message that comes into the chat meanwhile, as one does for a request that was sent,
  // empties the dialog. So what is looked at is a form that is sent back, and one that is closed.
  step('opens the form from the message extension in a dialog, and closes it there', ['guest'], async () => {
    const dialog = await windows.guest.openDialog('requestFromMessage');
    await dialog.getByRole('textbox', { name: 'Customer' }).fill('Fabrikam');
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await dialog.getByText('Choose a service.').last().waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Customer' }).inputValue()).toBe('Fabrikam');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByText('Nothing was sent or stored').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  step('answers a mention in a channel once, briefly', ['pts'], async () => {
    await windows.pts.post('What does the architecture desk cost?');
    await expectOneBriefAnswer(windows.pts, () => windows.pts.post('hello'));
  });

  step('answers a mention in a group chat once, briefly', ['guest'], async () => {
    await windows.guest.goTo('Group chat');
    await windows.guest.mention('What does the architecture desk cost?');
    await expectOneBriefAnswer(windows.guest, () => windows.guest.mention('hello'));
  });
});

/** Greets after the question: when the greeting is answered, all that answers the question is there. */
async function expectOneBriefAnswer(window: Window, greet: () => Promise<void>): Promise<void> {
  const answer = await window.card('free of charge', 'Source:', languages.en.channelAnswer.continue);
  expect(await answer.innerText()).not.toContain('Details');
  await greet();
  await window.card('How I can help');
  expect(await window.countCards('free of charge')).toBe(1);
}
