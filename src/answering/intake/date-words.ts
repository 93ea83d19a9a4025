/**
 * Months, weekdays, periods and the words around a date, in English, German, French, Spanish, Italian, Portuguese,
 * Dutch and Japanese.
 */
/** By their first letters, in all languages read here. */
export const MONTH_STARTS: readonly RegExp[] = [
  /^(?:jan|gen|ene|janv)/u,
  /^(?:feb|fév|fev|febb)/u,
  /^(?:mar|mär|maa|mrt|mars|maer)/u,
  /^(?:apr|avr|abr)/u,
  /^(?:may|mai|mag|mei|mayo)/u,
  /^(?:jun|juin|giu|jui?n)/u,
  /^(?:jul|juil|lug)/u,
  /^(?:aug|août|aout|ago)/u,
  /^(?:sep|set)/u,
  /^(?:oct|okt|ott|out)/u,
  /^(?:nov)/u,
  /^(?:dec|dez|déc|dic)/u,
];
export const MONTH =
  '(jan(?:uary|uar|uari|vier|eiro)?|gennaio|enero|feb(?:ruary|ruar|ruari|braio|rero)?|février|fevereiro|mar(?:ch|s|zo|ço)?|märz|maart|apr(?:il|ile)?|avril|abril|may|mai|maggio|mayo|maio|mei|june?|juni|juin|giugno|junio|junho|july?|juli|juillet|luglio|julio|julho|aug(?:ust|ustus)?|août|agosto|sept?(?:ember|embre|tembre)?|septiembre|settembre|setembro|oct(?:ober|obre|ubre)?|okt(?:ober)?|ottobre|outubro|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|décembre|diciembre|dicembre)\\.?(?![\\p{L}])';
export const WEEKDAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:sun|sonntag|dimanche|domingo|domenica|zondag|日)/u, 0],
  [/^(?:mon|montag|lundi|lunes|luned|segunda|maandag|月)/u, 1],
  [/^(?:tue|dienstag|mardi|martes|marted|terça|dinsdag|火)/u, 2],
  [/^(?:wed|mittwoch|mercredi|miércoles|mercoled|quarta|woensdag|水)/u, 3],
  [/^(?:thu|donnerstag|jeudi|jueves|gioved|quinta|donderdag|木)/u, 4],
  [/^(?:fri|freitag|vendredi|viernes|venerd|sexta|vrijdag|金)/u, 5],
  [/^(?:sat|samstag|sonnabend|samedi|sábado|sabato|zaterdag|土)/u, 6],
];
export const WEEKDAY =
  '((?:sun|mon|tues|wednes|thurs|fri|satur)day|sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)';
export const BY =
  "(?:by|on|before|until|till|due|no later than|latest|next|this|coming|for|bis|vor|am|spätestens|bis zum|nächsten?|kommenden?|avant|pour|le|d[’']ici|antes del?|para el|el|entro|prima di|il|até|antes de|na|voor|uiterlijk|op|tegen)";
export const NEXT =
  '(?:next|coming|nächste[rnms]?|kommende[rnms]?|prochaine?|próxim[ao]|prossim[ao]|volgende|komende)';
export const AFTER_NEXT = '(?:prochaine?|próxim[ao]|que viene|que vem|prossim[ao]|volgende)';
export const SPANS = {
  week: '(?:week|woche|semaine|semana|settimana)',
  month: '(?:month|monat|mois|mes|mese|mês|maand)',
  quarter: '(?:quarter|quartal|trimestre|kwartaal)',
  year: '(?:year|jahr|an|année|año|anno|ano|jaar)',
} as const;
export const END =
  '(?:(?:the )?end of(?: the)?|late|ende(?: des)?|fin(?: du| de)?|finales? de(?:l| la)?|fine(?: di)?|final d[eo]|fim d[eo]|eind(?:e)?(?: van)?(?: de)?)';
export const MIDDLE = '(?:mid(?:dle of)?|mitte|mi|mediados de|metà|meados de|half|medio)';
export const START =
  '(?:early|(?:the )?(?:start|beginning) of|anfang|début|principios de|inizio|início de|begin)';
export const ORDINALS: readonly RegExp[] = [
  /^(?:1|first|erste|premi|prim|eerste)/u,
  /^(?:2|second|zweite|deuxi|segund|tweede)/u,
  /^(?:3|third|dritte|troisi|terc|terz|derde)/u,
  /^(?:4|fourth|vierte|quatri|cuart|quart|vierde)/u,
];
export const ORDINAL =
  '(first|second|third|fourth|1st|2nd|3rd|4th|ersten?|zweiten?|dritten?|vierten?|première|deuxième|troisième|quatrième|primera|segunda|tercera|cuarta|prima|seconda|terza|quarta|primeira|terceira|eerste|tweede|derde|vierde|[1-4]\\.)';
