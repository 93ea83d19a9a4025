import { describe, expect, it } from '@jest/globals';
import { decodeCsv } from '../../../src/shared/csv/decode';
import { findGarbledLine } from '../../../src/shared/csv/garbled';

const TEXT = 'id,name\r\na,Jörg Müller\r\nb,Łukasz Żółć\r\nc,東京電力\r\n';

/** Encodes as Latin-1, which has the same bytes as the code page for these letters. */
const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const read = (bytes: Buffer) => {
  const decoded = decodeCsv(bytes);
  return 'text' in decoded ? decoded.text : decoded.problem;
};

describe('a file', () => {
  const utf16le = Buffer.from(TEXT, 'utf16le');
  const utf16be = Buffer.from(utf16le).swap16();
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['UTF-16 LE without a byte order mark', utf16le],
    ['UTF-16 BE without a byte order mark', utf16be],
  ])('in %s is read', (_, bytes) => {
    expect(read(bytes)).toBe(TEXT);
  });

  it('in a Windows code page is read where all Latin ones agree, as in German', () => {
    const text = 'id,name\n1,Jörg Müller-Strauß\n2,Ägidius Öhm & Übelacker\n3,René\n';
    expect(read(bytesOf(text))).toBe(text);
  });

  it.each<[string, Buffer, string]>([
    [
      'may be Danish or Czech',
      bytesOf('id,name\nx,Müller\na,Bjørn Dahl'),
      '"Bjørn" in windows-1252, "Bjřrn" in windows-1250',
    ],
    ['is Russian', Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xc8, 0xe2, 0xe0, 0xed]), '"Иван" in windows-1251'],
    // Each of these bytes is ц, д or й in Russian, and ö, ä or é in every Latin code page.
    ['is Russian in Latin disguise', Buffer.from([0x0a, 0x0a, 0xf6, 0xe4, 0xe9]), '"цдй" in windows-1251'],
    ['is from an old Mac', Buffer.from([0x0a, 0x0a, 0x4d, 0x9f, 0x6c]), '"Mül" in macintosh'],
    ['is from DOS', Buffer.from([0x0a, 0x0a, 0x4a, 0x94, 0x72, 0x67]), "isn't UTF-8"],
    ['is Polish', Buffer.from([0x0a, 0x0a, 0xa3, 0x75, 0x6b, 0x61, 0x73, 0x7a]), '"Łukasz" in windows-1250'],
  ])('that %s is refused with its line and what to do', (_, bytes, found) => {
    expect(read(bytes)).toEqual({
      line: 3,
      message: expect.stringMatching(/^isn't UTF-8.*save it as "CSV UTF-8"\.$/) as unknown,
    });
    expect(read(bytes)).toEqual(
      expect.objectContaining({ message: expect.stringContaining(found) as unknown }),
    );
  });

  it.each<[string, number[]]>([
    ['an .xlsx workbook', [0x50, 0x4b, 3, 4, 20, 0]],
    ['an .xls workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ])('that is %s is refused as one', (_, bytes) => {
    expect(read(Buffer.from(bytes))).toEqual({
      line: null,
      message: 'is a workbook, not CSV. In the spreadsheet, save it as "CSV UTF-8".',
    });
  });
});

describe('text that was encoded twice', () => {
  const twice = (text: string, page: string) => new TextDecoder(page).decode(Buffer.from(text));

  it.each([
    ...['Müller', 'Jörg', 'Strauß', 'René', 'Łukasz', 'Çelik', 'O’Brien', 'Иван', '東京'].map(
      (name) => [name, 'windows-1252'] as const,
    ),
    ...['Müller', 'Jörg', 'Strauß', 'René'].flatMap((name) => [
      [name, 'windows-1250'] as const,
      [name, 'macintosh'] as const,
    ]),
  ])('%s, as %s', (name, page) => {
    expect(findGarbledLine(['id,name', `a,${twice(name, page)},b`])?.line).toBe(2);
  });

  it('is shown with what it was', () => {
    expect(findGarbledLine(['a,JÃ¶rg MÃ¼ller'])?.message).toContain('has "JÃ¶rg", probably "Jörg"');
  });
});

describe('a name with many accents', () => {
  it.each([
    ...[
      'Ångström',
      'São Paulo',
      'SÃO PAULO',
      'Ålesund',
      'Âme Åkerlund',
      'ÀÉÎÕÜ',
      'Ñandú',
      'Ærø',
      'Émile “Zola”',
    ],
    ...[
      'Łódź',
      'Žižek',
      'Ăn Orăştie',
      'ORĂŞTIE',
      'ĐÀ NẴNG',
      'Ελλάδα',
      'Россия',
      '東京電力',
      'İzmir',
      'Contoso® – Nordic™',
    ],
  ])('is left alone: %s', (name) => {
    expect(findGarbledLine([name])).toBeNull();
  });
});
