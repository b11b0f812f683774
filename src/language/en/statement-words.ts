import type { StatementWords } from "../statement-words.ts";
import { claimSigns } from "./claim-signs.ts";

export const statementWords: StatementWords = {
  texts:
    "story, stories, tale, fairy tale, bedtime story, poem, poems, haiku, limerick, verse, rhyme, joke, jokes, pun, riddle, riddles, song about, lyrics, essay, paragraph, a sentence, proverb, recipe, translate, translation, how do you say, how do i say, how would you say, trivia, fun fact, fun facts, quiz, compose, rewrite, proofread, tongue twister, write a, write me, write an, make up a, pretend, knock knock, guess what i am",
  wordings: "translate, translation, how do you say, how do i say, how would you say, rewrite, proofread",
  questions:
    "who, whose, whom, why do, why does, why is, why are, how do, how does, what is the difference, difference between, is it true, mean, means, meaning, define, definition, explain, history of, invented, spell, teach me, is it safe, is it better, is it bad, should i, should you, what happens if, what happens when, what can you, tell me about, advice, tip, tips, describe, recommend, what would, any ideas, any idea, any tips, any advice, any suggestions, do you ever, do you like, do you think, do you believe, have you ever, would you rather, are you",
  possible:
    "can, could, may, might, should, shall, would, want, wants, wanted, like to, love to, happy to, glad to, ready to, able to, let me know, to, how to, try, consider, maybe, perhaps, suppose, imagine, for example, such as, usually, normally, generally, typically, often, ask me, tell me, just say, say the word, i hope, think of, remember to, make sure, don't forget, dont forget, be sure to, you need to",
  supposed: "if, whether, when, whenever, unless, until you, as soon as, in case, before you, after you, while you",
  done: "done, all done, all set, set, ready, finished, sorted, taken care of, handled, settled, completed, complete, arranged, dealt with, fixed, consider it done, on it, no problem, there you go, there you are, mission accomplished, accomplished, as you wish, as requested, successful, successfully, secured, secure, safe, armed, protected, activated, in place, under control, noted, scheduled, saved, reminded, booked",
  unable:
    "can't, cant, cannot, can not, couldn't, couldnt, could not, unable, not able, not possible, impossible, i don't know, i dont know, don't have, dont have, do not have, doesn't have, doesnt have, does not have, has no, have no, there is no, there are no, there's no, theres no, no such, not found, can't find, couldn't find, did not find, didn't find, not supported, doesn't support, does not support, isn't possible, not available to me, don't understand, nothing was done, nothing has been done, nothing was changed, no access, i'm not sure, i am not sure, im not sure",
  failing:
    "did not answer, didn't answer, did not respond, didn't respond, does not respond, doesn't respond, is not responding, isn't responding, not responding, no answer, no response, did not work, didn't work, did not react, didn't react, doesn't react, failed, refused, refuses, is unreachable, unreachable, out of reach, can't reach, couldn't reach, could not reach, timed out, was not changed, wasn't changed, unfortunately not",
  narrated:
    "was, were, had, did, once upon a time, said, asked, walked, went, came, looked, thought, knew, heard, saw, felt, turned around",
  past: "was, were, wasn't, wasnt, weren't, werent, had, did, didn't, didnt, has been, have been, hasn't, hasnt, haven't, havent, been, got, went, ran, used, rose, fell, dropped, reached, peaked, cost, consumed, stayed, averaged, opened, since, on average, in total, in all, altogether, the lowest, the highest, lowest, highest, last night, yesterday, earlier",
  lastTime: "last, most recently, latest, the last time",
  firstTime: "first, the first time, earliest",
  most: "most, the most, biggest, largest",
  yours: "your, yours, our, ours, your home, your house, your flat",
  self: "i, i've, ive, i'll, ill, i'm, im, i'd, me, we, we've, we will",
  own: "i've, ive, i have, i'll, ill, i will, i shall, i am going to, i'm going to, we've, we will, will do",
  present:
    "now, right now, currently, at the moment, today, tonight, yesterday, tomorrow, this morning, this evening, this afternoon, this week, last night, already, still, anymore, here, outside, weather, forecast",
  mine: "my, our",
  none: "nothing, none, none of them, nobody, no one, not one, not a single, no, there is no, there's no, theres no",
  indefinite: "a, an, any, most, modern, typical, every home, people",
  inForce: "active, still works, still working, works, working, enabled, in force, switched on, still on",
  atWish:
    "you asked, you just asked, you told me, you just told me, you wanted, at your request, on your request, you had me, you said to",
  bidden: "asked me, told me",
  linking:
    "connected, connected up, hooked up, linked, paired, added, installed, that i can control, i can control, set up here, to me, to jia, in this home",
  nextTime: "next time, the next time",
  leaving: "left it, left it as, left that, left everything, left as it is, left alone, disarmed",
  distances: "km, kms, kilometre, kilometres, kilometer, kilometers",
  small:
    "i, i've, ive, i'll, i'm, im, have, has, had, be, been, is, are, was, were, am, you, your, yours, it, its, it's, that, that's, thats, this, these, those, the, a, an, of, for, to, with, in, on, at, as, and, but, so, too, also, very, quite, rather, just, only, now, well, sure, okay, ok, alright, yes, no, right, currently, there, they, they're, theyre, both, by, from, please, welcome, here, than, or, reads, shows, reports, reading, says, about, around, still, already, been, being, do, does, did, has been, have been, one, of course, certainly, absolutely, indeed, definitely, sure thing, will, you're, youre, because, since, which, who, hello, hi",
  claimSigns,
  baseForms: (word) => {
    const stem = /^(\p{L}{2,}?)(?:(\p{L})\2)?(?:ed|ing|es|s|d)$/u.exec(word);
    if (!stem) return [];
    const cut = word.replace(/(?:ed|ing|es|s|d)$/u, "");
    const single = cut.replace(/(\p{L})\1$/u, "$1");
    return [cut, `${cut}e`, single];
  },
};
