/** The real model over what people write who need something. None of these messages is among the situations. */
import { describe, expect, it } from '@jest/globals';
import { createDoorFinder } from '../../src/answering/replying/find-door';
import type { Reply } from '../../src/answering/reply';
import { content } from '../support/shared';
import { useUnderstanding } from '../support/understanding';

const warm = useUnderstanding();
const findDoor = createDoorFinder(content);
const doorOf = (reply: Reply) => {
  const door = findDoor(reply);
  return door.kind === 'door' ? door.id : door.kind;
};

describe('a need', () => {
  it.each([
    ['we have a customer that wants to move from VMware to Azure, who can help us', 'desk'],
    ['can someone from Microsoft join a call with my customer next week?', 'desk'],
    ['We are migrating 300 VMs for a customer, can your architects help us plan it?', 'desk'],
    ['a prospect in Turin wants a pilot of Fabric before they sign', 'desk'],
    ['we got a tender of a water utility with 80 questions on Azure, help', 'desk'],
    ['no client involved, we build our own billing product on AKS and want design help', 'gps'],
    ['my colleague wants a remote lesson on Bicep from an expert', 'tpd'],
    ['our Exchange server is down!!', 'support'],
    ['a customer was phished and his mailbox sends spam, is that a case for MSRC?', 'support'],
    [
      'The canoe club in Ulm wants its race results in Azure. I’d like an architect at the drawing board.',
      'desk',
    ],
    ['The gymnasts’ union doubts our pilot. Five tablets for a week would convince them.', 'desk'],
    ['300 VMs to move for a client. Can the architects help plan that?', 'desk'],
    ['No deal behind it. My team keeps stumbling over Purview and wants an expert to ask.', 'tpd'],
    ['lend us an engineer for three months', 'pdm-pts'],
    ['the auditor wants a letter from Microsoft that approves our design', 'pdm-pts'],
    ['how do I become a partner', 'not-covered'],
    ['we would like an architecture workshop', 'asks'],
    ['I need a security review of our tenant', 'asks'],
    ['hi there, sorry to bother, we kind of want someone to do a security review of our tenant', 'asks'],
    ['hello um we found out that we need a security review of our environment', 'asks'],
    ['we want help hardening our Entra tenant', 'asks'],
    ['our customer wants a penetration test of their Azure environment', 'not-covered'],
    ['we found a security hole in the Azure portal, anyone can read the data of others', 'msrc'],
  ])('leads to its door: %s', async (text, door) => {
    expect(doorOf(await warm.ask(text))).toBe(door);
  });

  it('leads to its door whatever was spoken of before', async () => {
    expect(doorOf(await warm.ask('What is TPD for?', 'our Exchange server is down!!'))).toBe('support');
  });

  it('is answered with its rule, and a form that holds what was said', async () => {
    const reply = await warm.ask('a prospect with 40 bakeries wants a pilot of Fabric before they sign');
    expect(reply).toMatchObject({
      kind: 'need',
      verdict: 'in',
      rule: { id: 'desk-needs-customer' },
      request: { serviceId: 'proof-of-concept', note: expect.stringContaining('bakeries') },
    });
  });

  it('that a rule speaks against is answered with that rule, and can be requested all the same', async () => {
    const reply = await warm.ask('lend us an engineer for three months');
    expect(reply).toMatchObject({ kind: 'need', verdict: 'out', rule: { id: 'desk-staff-aug' } });
    expect(reply).toHaveProperty('request.serviceId', 'architecture-design-session');
  });

  it('that is open is asked about, and each answer leads on', async () => {
    const text = 'we would like an architecture workshop';
    const asked = await warm.ask(text);
    if (asked.kind !== 'choices') throw new Error(`${asked.kind} instead of a question`);
    const doors = await Promise.all(
      asked.options.map(async (option) => doorOf(await warm.ask(text, option.text))),
    );
    expect(doors.slice(0, 3)).toEqual(['desk', 'gps', 'tpd']);
  });

  it('continues from the message before it', async () => {
    const first = 'I have a customer in furniture, 40 shops';
    expect(doorOf(await warm.ask(first, 'they would like a proof of concept with Fabric'))).toBe('desk');
  });

  it.each([
    ['our customer wants to move 300 VMs to Azure', 'can your architects help us plan it?', 'desk'],
    ['our customer wants to move 300 VMs to Azure', 'can they also migrate it for us?', 'pdm-pts'],
    ['our customer wants to move 300 VMs to Azure', 'and would you review that afterwards?', 'desk'],
    ['we have a customer who plans to roll out Copilot', 'can you present it to them?', 'desk'],
    ['the customer wants us to migrate their SQL servers', 'can the architects size it?', 'desk'],
    ['a customer asked us to implement Intune', 'who helps us design this?', 'desk'],
    ['a customer asked us to implement Intune', 'can you do it for us?', 'pdm-pts'],
  ])('“%s” is decided by the verb of what follows: “%s”', async (first, text, door) => {
    expect(doorOf(await warm.ask(first, text))).toBe(door);
  });

  it('is not followed where a fact was asked for', async () => {
    expect(await warm.ask('What is TPD?', 'can you plan it?')).not.toMatchObject({ kind: 'need' });
  });

  it('is read in the mail that a short question forwards', async () => {
    const mail = 'The customer’s new warehouse system needs an Azure design before they sign with us.';
    expect(doorOf(await warm.ask(`Who can help with this?\n\n> ${mail}`))).toBe('desk');
    expect(await warm.ask(`What is TPD?\n\n> ${mail}`)).toMatchObject({ topic: 'tpd-overview' });
  });

  it('is no topic of the bot’s own name', async () => {
    const reply = await warm.ask('Partner Desk how many hours do I get with TPD?');
    expect(reply.topic).toBe('tpd-hours-limit');
  });

  it.each([
    ['can you send someone to our customer’s office?', 'remotely'],
    ['our customer in Lyon wants a face to face workshop about AVD', 'remotely'],
    ['can your experts come by and present Copilot to our client in person?', 'remotely'],
    ['can your experts present Copilot to our client?', 'yes'],
  ])('that asks for somebody on site says what is possible, and what isn’t: %s', async (text, said) => {
    expect(await warm.ask(text)).toMatchObject({ kind: 'need', statement: { yesOrNo: said } });
  });

  it.each([
    ['would your architects travel to the customer?', 'not-on-site'],
    ['could a GPS architect visit us for a hackathon?', 'depends'],
    ['does GPS run a hackathon?', 'yes'],
  ])(
    'of a fact isn’t answered with a plain yes where it’s about somebody on site: %s',
    async (text, said) => {
      expect(await warm.ask(text)).toMatchObject({ kind: 'answer', statements: [{ yesOrNo: said }] });
    },
  );

  it.each(['yes', 'sure', 'ok, let’s do that', 'ja bitte'])(
    'opens the form that its card offers: %s',
    async (consent) => {
      for (const need of [
        'our prospect wants a second look at their AVD design',
        'who helps with our own Fabric practice',
      ])
        expect(await warm.ask(need, consent)).toMatchObject({
          kind: 'intake',
          draft: { serviceId: expect.any(String) },
          eligibility: { eligible: true },
        });
    },
  );

  it('isn’t requested by a "yes" where its card offers nothing', async () => {
    expect(await warm.ask('is TPD able to do a code review', 'yes')).not.toMatchObject({ kind: 'intake' });
  });

  it('isn’t what a question for a fact tells', async () => {
    expect(await warm.ask('How many hours does TPD give?')).not.toMatchObject({ kind: 'need' });
    expect(await warm.ask('What is out of scope for the Architecture Desk?')).not.toMatchObject({
      kind: 'need',
    });
  });
});
