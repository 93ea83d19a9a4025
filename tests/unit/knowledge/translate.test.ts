import { describe, expect, it } from '@jest/globals';
import { createTranslate } from '../../../src/knowledge/languages/translate';
import { content, getSafety } from '../../support/shared';

const translate = createTranslate(content);
const safety = getSafety();

describe('a question in another language', () => {
  it.each([
    ['de', 'Wie viele Stunden bekommen wir bei TPD?', /how many hours .*TPD/],
    ['de', 'Wir haben eine Schwachstelle in Intune entdeckt', /vulnerability in Intune/],
    [
      'fr',
      'Notre client peut-il utiliser notre contrat de support ?',
      /our customer .*use our support contract/,
    ],
    ['fr', 'L’architecture desk est-il payant ?', /architecture desk/],
    ['es', '¿Cómo abro un ticket de TPD?', /how open a ticket .*TPD/],
    ['pt', 'O nosso ambiente de produção está fora do ar', /production environment is down/],
    ['it', 'Possiamo avere un CSA dedicato per il cliente?', /CSA dedicated .*customer/],
    ['nl', 'Moet er een klant zijn voor een ontwerpsessie?', /customer .*design session/],
    ['ja', 'TPDは何時間まで使えますか？', /TPD how many hours .*use/],
    [
      'de',
      'Mein Chef hat mich ins kalte Wasser geworfen, ich soll Sentinel lernen',
      /manager .*inexperienced.* Sentinel learn/,
    ],
    ['fr', 'Ça rame chez le client', /^slow at the customer/],
    ['es', 'El plazo de la licitación vence el viernes', /deadline .*tender .*Friday/],
    ['pt', 'Sentinel é um bicho de sete cabeças', /a complicated problem/],
    ['it', 'Gli utenti non riescono ad accedere', /user cannot sign in/],
    ['nl', 'Het hoofdstuk over beveiliging gaat boven onze pet', /we lack the skills/],
    ['ja', 'アーキテクトを貸していただけますか？', /architect lend can/],
  ])('in %s is read as English: %s', (id, text, english) => {
    const read = translate(text);
    expect(read.language?.id).toBe(id);
    expect(read.text).toMatch(english);
  });

  it.each([
    ['fr', 'Où est notre client ou prospect ?', /where is our customer or prospect/],
    ['es', '¿Qué quiere el cliente que trabaja con Fabric?', /what want the customer that .*with Fabric/],
    ['it', 'Il supporto è gratis e veloce', /support is free of charge and fast/],
  ])('tells words apart by their accents, in %s: %s', (id, text, english) => {
    expect(translate(text)).toMatchObject({ language: { id }, text: expect.stringMatching(english) });
  });

  it.each([
    ['de', 'Das ist eine große Frage', /big question/],
    ['fr', 'Il faut mettre en œuvre le projet', /implementation|implement/],
  ])('reads ligatures, in %s: %s', (id, text, english) => {
    expect(translate(text)).toMatchObject({ language: { id }, text: expect.stringMatching(english) });
  });

  it('takes the longest form with an open end', () => {
    expect(translate('Los usuarios no trabajan').text).toMatch(/the user not work/);
  });

  it.each([
    ['Könnte unser TPD wohl derlei Krempel irgendwann gefälligst erledigen?', false],
    ['Kann TPD unserem Team bei der Migration helfen?', true],
  ])('is clear only where enough of it was read: %s', (text, isClear) => {
    expect(translate(text)).toMatchObject({ language: { id: 'de' }, isClear });
  });

  it.each([
    'Der Kunde will sehen, wie Fabric seine Daten liest, bevor er unterschreibt',
    'Le client veut voir Fabric lire ses données avant de signer',
    'El cliente quiere ver cómo Fabric lee sus datos antes de firmar',
    'O cliente quer ver o Fabric ler os dados dele antes de assinar',
    'Il cliente vuole vedere Fabric leggere i suoi dati prima di firmare',
    'De klant wil zien hoe Fabric zijn gegevens leest voordat hij tekent',
    'お客様は契約する前にFabricが自社データを読み込むところを見たいと言っています',
  ])('does not become a report of a vulnerability: %s', (text) => {
    expect(safety.findVulnerability(translate(text).text)).toBeNull();
  });

  it.each([
    'In SharePoint kann jeder Gast die Gehaltslisten anderer Firmen lesen, wenn er die Nummer in der URL ändert',
    "Dans SharePoint, un invité peut lire les fiches de paie d'autres sociétés en changeant le numéro dans l'URL",
    'En SharePoint un invitado puede leer las nóminas de otras empresas cambiando el número en la URL',
    'No SharePoint um convidado pode ler os salários de outras empresas mudando o número na URL',
    'In SharePoint un ospite può leggere gli stipendi di altre aziende cambiando il numero nella URL',
    'In SharePoint kan een gast de salarissen van andere bedrijven lezen door het nummer in de URL te wijzigen',
    'SharePointでゲストがURLの番号を変更すると他の会社の給与明細を読めます',
  ])('stays a report of a vulnerability: %s', (text) => {
    expect(safety.findVulnerability(translate(text).text)).not.toBeNull();
  });

  it('keeps names as they were written', () => {
    expect(translate('Wir brauchen einen Workshop für Müller & Söhne').text).toContain('Müller & Söhne');
  });

  it.each(['hola', 'merci', 'danke'])('is recognised from one word: %s', (text) => {
    expect(translate(text).language).not.toBeNull();
  });
});

describe('a question in English', () => {
  it.each([
    'we have a customer in Köln who wants a design session',
    'Does the Architecture Desk do break-fix?',
    'can someone join a call with Société Générale next week',
    'ASfP?',
    'commands',
    'TPD',
    '',
    'Contoso SE',
    'architecture desk break fix',
    'status PD-0012',
    'options',
  ])('stays as it is: %s', (text) => {
    expect(translate(text)).toEqual({ text, language: null, isClear: true });
  });

  it('is what the asks of the content are, but for those that another language wrote', () => {
    const items = [...content.entries, ...content.rules, ...content.terms, ...content.notCovered];
    const isForeign =
      /^(?:dieser|wie|was|wo|kostet|kunde|comment|qu’est-ce|où|combien|client avec|cómo|qué|dónde|cuánto|cliente) /i;
    const taken = items.flatMap(({ asks }) => asks).filter((text) => translate(text).language !== null);
    expect(taken.filter((text) => !isForeign.test(text))).toEqual([]);
  });
});

it('a long text is read in a time that grows with its length', () => {
  const startMs = performance.now();
  translate('wir sehen das hier nicht. '.repeat(1_600));
  expect(performance.now() - startMs).toBeLessThan(3_000);
});
