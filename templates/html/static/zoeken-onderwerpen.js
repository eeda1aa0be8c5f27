// Which topics a question is about. The data are of comparison/question_index.py; the words of a
// question are ranked here, so that nothing that is typed leaves the browser.
(function () {
  "use strict";
  const kit = (globalThis.protocolkit ||= {});
  // How surely a word that is only like a known one is that word.
  const INFLECTED = 0.85;
  const PART_OF_KNOWN = 0.5;
  const BEGIN_OF_KNOWN = 0.3;
  // The last part of a compound says what it is, the first only what of.
  const ENDS_IN_KNOWN = 0.4;
  const HAS_KNOWN = 0.35;
  const TWO_KNOWN = 0.7;
  const MISTYPED = 0.7;
  const SAME_GROUP = 0.6;
  // How rare a word is that no topic has, beside one that a single topic has: of one that is known
  // to be about something else, and of any other.
  const ELSEWHERE = 1.2;
  const UNKNOWN = 0.5;
  // What words that say little add: they decide where nothing else does.
  const LIGHT = 0.25;
  // The part of what is asked, rare words more, that a topic holds: of an answer, and of what may help.
  const HOLDS = 0.62;
  const MAY_HELP = 0.25;
  // The same of what is asked about people, without the words for these: 'kind' alone is no answer.
  const HOLDS_MATTER = 0.58;
  const FEW_WORDS = 4;
  // What it adds when a question says all that a title says.
  const TITLE = 0.4;
  // What it adds when the title, or a phrase that a person wrote with the topic, is what is asked;
  // how surely a word must lead to what the phrase says.
  const PHRASE = 0.3;
  const LEADS = 0.6;
  // How much rarer than the widest of its groups a word may count, and how surely it must be of it:
  // 'kind' may stand in one text only, and yet asks for no more than 'leerling' does.
  const RARER = 1.6;
  const PROPER = 0.85;
  const LEAST_OF_BEST = 0.15;
  // How much less a word asks for once a topic with it is found.
  const ANSWERED = 0.5;
  const MOST_TOPICS = 8;
  const LONGEST_PHRASE = 4;
  const SHORT = 4;

  const wordsOf = (text) => (kit.plain(text).match(/\S+/g) || []).map((word) => word.replace(/^'+|'+$/g, "")).filter(Boolean);

  // Whether one slip makes one word of the other: a sign more, less or other, or two changed about.
  function isSlip(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const [left, right] = [one.slice(at), other.slice(at)];
    const isTurned = left.length > 1 && left[1] + left[0] + left.slice(2) === right;
    return isTurned || left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1);
  }

  // A word without what a plural, a verb or a small one ends in: 'appjes' and 'app', 'gefilmde' and 'gefilmd'.
  const ENDING = /(?:'?s|t?jes?|t?en|den|te|de|[etdn])$/;
  // 'doorgestuurd' is of 'doorsturen', 'geplaatst' of 'plaatsen', 'beloofd' of 'beloven'.
  const PARTED = /^(aan|achter|af|bij|binnen|door|in|mee|na|om|op|over|terug|toe|uit|vast|voor|weg)?ge(?=.{3,}(?:[dt]e?|en)$)/;
  // A verb may end a sentence with these, before nothing that they would be a preposition of.
  const PARTICLES = new Set("aan af binnen door in mee na om op over terug toe uit weg".split(" "));
  const DETERMINERS = new Set("de het een mijn m'n je jouw zijn haar onze ons hun deze die dit dat elke".split(" "));
  const VOICELESS = { v: "f", z: "s" };
  function bare(word) {
    const ended = word.replace(PARTED, "$1").replace(ENDING, "");
    return ended.replace(/(.)\1/g, "$1").replace(/[dt]+$/, "").replace(/[vz]$/, (sign) => VOICELESS[sign]);
  }

  // The known words that a word is likely to be, each with how surely.
  function likely(word, data) {
    const { known } = data;
    if (word.length < SHORT) return [];
    function way(other) {
      if (word.length > SHORT && other.endsWith(word)) return PART_OF_KNOWN;
      if (word.length > SHORT && other.startsWith(word)) return BEGIN_OF_KNOWN;
      if (other.length <= SHORT) return 0;
      return word.endsWith(other) ? ENDS_IN_KNOWN : word.startsWith(other) ? HAS_KNOWN : 0;
    }
    const inflected = known.filter((other) => bare(other) === bare(word));
    if (inflected.length) return inflected.map((other) => [other, INFLECTED]);
    const parts = [...word].flatMap((_, at) => [[word.slice(0, at), word.slice(at)], [word.slice(0, at).replace(/s$/, ""), word.slice(at)]]);
    const both = parts.find((pair) => pair.every((part) => part.length >= SHORT && data.words.has(part) && !data.idle.has(part)));
    if (both) return both.map((part) => [part, TWO_KNOWN]);
    const ways = known.map((other) => [other, way(other)]).filter(([, sure]) => sure);
    const best = Math.max(...ways.map(([, sure]) => sure));
    const slips = best > ENDS_IN_KNOWN || word.length <= SHORT ? [] : known.filter((other) => other.length > SHORT && isSlip(word, other));
    return slips.length ? slips.map((other) => [other, MISTYPED]) : ways.filter(([, sure]) => sure === best);
  }

  // The words that are typed, a verb in two parts as one: 'kijkt de school mee' has 'meekijkt'.
  function joined(typed, { bares, idle }) {
    const words = [...typed];
    typed.forEach(function (part, at) {
      const next = typed[at + 1];
      if (!PARTICLES.has(part) || (next && (DETERMINERS.has(next) || !idle.has(next)))) return;
      for (let verb = at - 1; verb >= 0; verb--) {
        const whole = part + words[verb];
        if (words[verb].length < SHORT || !bares.has(bare(whole))) continue;
        words[verb] = whole;
        words[at] = "";
        return;
      }
    });
    return words.filter(Boolean);
  }

  // What a question asks: each word with its keys and how surely, whether it says little, and what
  // was meant by one that is mistyped.
  function asked(question, data) {
    const { words, idle, light } = data;
    const typed = joined(wordsOf(question), data);
    const saysLittle = [...light].filter((word) => word.length > SHORT);
    const found = [];
    for (let at = 0, size; at < typed.length; at += size) {
      size = Math.min(LONGEST_PHRASE, typed.length - at);
      // 'nep profiel' is 'nepprofiel', but 'gelden de' is not 'geldende'
      const part = () => typed.slice(at, at + size);
      const glued = () => part().some((one) => idle.has(one)) || part().join("");
      const whole = () => [part().join(" "), glued()].find((one) => words.has(one));
      while (size > 1 && !whole()) size--;
      const said = size > 1 ? whole() : typed[at];
      if (size === 1 && (said.length < 2 || idle.has(said) || (light.has(said) && !words.has(said)))) continue;
      const ways = words.has(said) ? [[said, 1]] : likely(said, data);
      if (!ways.length && saysLittle.some((other) => isSlip(said, other))) continue;
      // each part of a compound asks by itself
      const parts = ways.length === 2 && ways.every(([, sure]) => sure === TWO_KNOWN) ? ways.map((way) => [way]) : [ways];
      for (const ways of parts) found.push(askedOne(said, ways));
    }
    function askedOne(said, ways) {
      const leads = ways.flatMap(([other, sure]) => words.get(other).map(([key, chance]) => [key, chance / 100, sure]));
      // of a word that no text has, the nearest that it leads to counts nearly as much as a word
      const surest = Math.max(...leads.map(([, chance]) => chance));
      const keys = leads.map(([key, chance, sure]) => [key, (sure * chance) / Math.sqrt(surest), sure * chance]);
      const isElsewhere = ways.length && !keys.length;
      const leadsTo = (is) => leads.some(([key, chance]) => chance >= LEADS && is(key));
      const isWho = leadsTo((key) => data.people.has(key));
      const isMatter = !isWho && (!light.has(said) || leadsTo((key) => key[0] === "@"));
      return { said, keys, isMatter, isElsewhere, isLight: light.has(said), meant: ways[0]?.[1] === MISTYPED ? ways[0][0] : "" };
    }
    if (found.every((one) => one.isLight)) return found.map((one) => ({ ...one, isLight: false, isMatter: true }));
    // 'geldt' is a matter only where nothing else is
    const isHeavy = (one) => one.isMatter && !one.isLight;
    return found.some(isHeavy) ? found.map((one) => ({ ...one, isMatter: isHeavy(one) })) : found;
  }

  // A word of the same group says the same; one of the same concept may say anything.
  const certain = (chance) => (chance < SAME_GROUP ? chance * chance * 1.5 : Math.sqrt(chance));

  // How much each topic is about one word that is asked, how surely it has it, and how rare that is.
  function aboutOne({ keys, isLight, isMatter, isElsewhere }, { weights, topics }) {
    const count = topics.length;
    const plainly = (key) => Math.log(1 + count / weights[key].length);
    const groups = keys.filter(([key, , chance]) => key[0] === "=" && chance >= PROPER).map(([key]) => plainly(key));
    const most = RARER * Math.min(...groups);
    const rarity = (key) => (key[0] === "@" ? plainly(key) : Math.min(plainly(key), most));
    const [about, surest] = [new Float64Array(count), new Float64Array(count)];
    for (const [key, sure, chance] of keys)
      for (const [place, weight] of weights[key]) {
        about[place] = Math.max(about[place], (rarity(key) * sure * weight * (isLight ? LIGHT : 1)) / 100);
        surest[place] = Math.max(surest[place], certain(chance));
      }
    const nowhere = (isElsewhere ? ELSEWHERE : UNKNOWN) * Math.log(1 + count);
    const rare = keys.length ? Math.max(...keys.map(([key, sure]) => rarity(key) * Math.sqrt(sure))) : nowhere;
    return { about, surest, rare: isLight ? 0 : rare, matter: isMatter ? rare : 0 };
  }

  // How alike a phrase and what is asked are: the part of each that is in the other, rare words more.
  function alike(phrase, sure, words) {
    const all = words.reduce((sum, { rare }) => sum + rare, 0);
    const has = (word, own) => word.some((key) => own.has(key));
    const held = sure.reduce((sum, own, at) => sum + (phrase.some((word) => has(word, own)) ? words[at].rare : 0), 0);
    const said = phrase.filter((word) => sure.some((own) => has(word, own))).length;
    return said && all ? Math.sqrt((held / all) * (said / phrase.length)) : 0;
  }

  // Order topics: the best first, then what is about the words that those before do not have.
  function ordered(wanted, data) {
    const words = wanted.map((one) => aboutOne(one, data));
    // the part of what is asked that a topic surely has, each word by how rare it is
    function held(place, worth) {
      const all = words.reduce((sum, word) => sum + word[worth], 0);
      return all && words.reduce((sum, word) => sum + word.surest[place] * word[worth], 0) / all;
    }
    const keys = new Set(wanted.flatMap((one) => one.keys.map(([key]) => key)));
    const titled = ({ says }) => says.filter((word) => word.some((key) => keys.has(key))).length / (says.length || 1);
    const sure = wanted.map((one) => new Set(one.keys.filter(([, , chance]) => chance >= LEADS).map(([key]) => key)));
    const phrased = ({ says, asked }) => Math.max(0, ...[says, ...asked].map((phrase) => alike(phrase, sure, words)));
    let left = data.topics.map((topic, place) => ({
      topic,
      place,
      extra: 1 + TITLE * titled(topic) + PHRASE * phrased(topic),
      held: held(place, "rare"),
      heldMatter: held(place, "matter"),
    }));
    // of a long story a topic need not hold as much
    left = left.filter((one) => one.held >= MAY_HELP * Math.min(1, FEW_WORDS / words.length));
    const asks = words.map(() => 1);
    const found = [];
    while (left.length && found.length < MOST_TOPICS) {
      for (const one of left) one.score = one.extra * words.reduce((sum, { about }, at) => sum + asks[at] * about[one.place], 0);
      const best = left.reduce((one, other) => (other.score > one.score ? other : one));
      if (!best.score || best.score < LEAST_OF_BEST * (found[0] ?? best).score) break;
      found.push(best);
      left = left.filter((one) => one !== best);
      words.forEach(({ surest }, at) => (asks[at] *= 1 - ANSWERED * surest[best.place]));
    }
    return found;
  }

  // Rank topics by a question: {found, isSure, missed, meant}. ``found`` is [{topic, score, held}],
  // best first; when it is not sure, these may help but answer another question. ``missed`` are the
  // words that no topic has, ``meant`` the pairs of a mistyped word and what it was taken for.
  kit.rankTopics = function (question, data) {
    // A list that is not there is empty: the data may be older than this script.
    for (const name of ["idle", "light", "people"]) data[name] = new Set(data[name]);
    const isTelling = (word) => word.length >= SHORT && !word.includes(" ") && !data.idle.has(word) && !data.light.has(word);
    data.known ||= Object.keys(data.words).filter(isTelling);
    data.bares ||= new Set(data.known.map(bare));
    if (!(data.words instanceof Map)) data.words = new Map(Object.entries(data.words));
    const wanted = asked(question, data);
    const found = ordered(wanted, data);
    return {
      found,
      isSure: found.some((one) => one.held >= HOLDS && one.heldMatter >= HOLDS_MATTER),
      missed: wanted.filter(({ keys, isLight }) => !isLight && !keys.length).map(({ said }) => said),
      meant: wanted.filter(({ meant }) => meant).map(({ said, meant }) => [said, meant]),
    };
  };
})();
