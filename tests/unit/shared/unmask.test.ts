import { describe, expect, it } from '@jest/globals';
import { toSkeleton, unmask } from '../../../src/shared/unmask';

describe('text in look-alike letters', () => {
  it.each([
    ['ХЅЅ іn thе pоrtаl', 'xss in the portal'],
    ['Ｒｅｍｏｔｅ ｃｏｄｅ', 'remote code'],
    ['𝗦𝗤𝗟 ⓘⓝⓙⓔⓒⓣⓘⓞⓝ', 'sql injection'],
    ['🅂🆀🅛 🇽', 'sql x'],
    ['ɪɴᴊᴇᴄᴛɪᴏɴ in text', 'injection in text'],
    ['ex\u200bplo\u00adit', 'exploit'],
    ['e x p l o i t and X.S.S.', 'exploit and xss.'],
    ['S̶Q̶L̶ here', 'sql here'],
  ])('is read as plain letters: %s', (written, read) => {
    expect(unmask(written).toLowerCase()).toBe(read);
  });

  it.each(['Клиент хочет перенести базу данных', 'Ο πελάτης θέλει εργαστήριο', 'ポータル', 'Größe und Maß'])(
    'is left alone in its own script: %s',
    (written) => {
      expect(unmask(written)).toBe(written);
    },
  );

  it('looks like what it stands for, whichever signs it uses', () => {
    const skeleton = toSkeleton('vulnerability in the login');
    expect(toSkeleton('vu1nerab1lity in the l0gin')).toBe(skeleton);
    expect(toSkeleton('vuln3r@bi|ity !n the log1n')).toBe(skeleton);
    expect(toSkeleton('НТТР еrrоr 503 on 10 servers')).toBe(toSkeleton('http error 503 on 10 servers'));
  });
});
