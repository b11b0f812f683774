import type { AnswerWords } from "../answer-words.ts";

/** The English words for yes and no: the single source for answers and for the lexicon. */
export const answerWords: AnswerWords = {
  sentence: {
    yes: "yes, yep, yup, sure, go ahead, do it, confirm, confirmed, yes please, of course, absolutely, correct, affirmative, please do, ok do it, thats right, right, yeah do it, exactly",
    no: "no, nope, no thanks, dont do it, dont, leave it, negative",
    neverMind:
      "never mind, nevermind, forget it, forget that, cancel, nothing, stop it, no worries, skip it, leave it, doesnt matter, drop it",
  },
  yes: "y, ye, yea, yeah, ya, yah, aye, yess, mhm, mm hmm, uh huh, ok, okay, okey, okie, k, kk, alright, all right, fine, fine by me, good, great, perfect, sounds good, sounds great, that sounds good, go on, go for it, go on then, carry on, proceed, please proceed, please, do that, please do it, please do that, do so, just do it, lets do it, lets do that, lets go, make it so, certainly, definitely, sure thing, sure is, surely, for sure, totally, by all means, naturally, indeed, yes indeed, yes i am, i am, i am sure, im sure, yes i do, i do, i confirm, i want that, i want it, yes i want that, that is right, that is correct, thats correct, thats it, thats what i want, i agree, agreed, approved, granted, permission granted, you may, you can, you bet, roger, roger that, no problem, be my guest, i said yes, it is ok, its ok, thats fine, that is fine, thats ok, that is ok, would be nice, that would be nice, that would be great, id like that, i would like that, with pleasure, gladly, very well, then do it",
  rhetorical: "why not, sure why not, why wouldnt you",
  no: "n, na, nah, naw, nay, noo, never, not now, not yet, not today, not tonight, not really, not at all, not this time, of course not, certainly not, absolutely not, definitely not, by no means, no way, please dont, do not, do not do it, do not do that, dont do that, dont bother, dont you dare, better not, id rather not, i would rather not, rather not, i dont want that, i dont want it, i dont, i dont think so, i am not, im not, im not sure, i am not sure, not sure, id better not, lets not, lets leave it, leave it be, leave that, leave it as it is, leave it like that, leave it alone, let it be, no need, no it isnt, it is not, not necessary, thats not necessary, its not necessary, no thank you, no never mind, no leave it, no cancel, cancel it, cancel that, abort, abort it, abort that, abandon it, scrap it, scrap that, stop, stop that, wait, hold on, hang on, wait a moment, one moment, wrong, thats wrong, none, none of them, none of those, neither, neither of them, changed my mind, i changed my mind, i have changed my mind, ive changed my mind, on second thought no, on second thoughts no, refuse, i refuse, denied, decline, declined, it doesnt matter, forget about it, dont worry, dont worry about it, never ever, no no, no dont, i said no",
  beside:
    "set it, change it, please, thanks, thank you, thank you very much, thanks a lot, many thanks, cheers, jia, hey jia, hi jia, hello jia, dear, darling, honey, mate, buddy, pal, sir, madam, my friend, then, now, for now",
  before: "hey, hi, oh, ah, well, um, uh, er, hm, hmm, so, actually, i think, i guess, i suppose, sorry",
  beforeNo: "ok, okay, alright, all right, fine",
  asking: "or",
  pin: {
    digits: ["zero, oh, o, nought, null", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    names: "pin, pins, p i n, pincode, passcode, code, password, secret",
    apart:
      "color code, colour code, area code, zip code, post code, postal code, dress code, qr code, error code, fault code, morse code, promo code, country code, dialling code, dialing code, code lock, pin lock, password lock, passcode lock, code pad, code reader, code panel, pin pad, secret santa, secret garden, pin board, pin up, bowling pin, pin the",
    between:
      "is, its, it is, was, were, are, number, no, here is, heres, equals, as, of, to use is, i use is, for it is, for this is, for that is, for the door is, for the front door is, for the lock is, for my door is, for our door is, there is, today is, now is, will be, would be, should be, must be, goes, reads, called, :",
    denied: "is not, isnt, was not, wasnt, its not, it is not, not",
    behind:
      "is my, is the, is our, is, was my, was the, as the, as my, as our, as a, as, thats my, thats the, thats our, that is my, that is the, its my, its the, it is my, it is the, being the, being my, being our, for the, for my, for our",
    moments:
      "at, by, for, around, about, until, till, til, to, from, between, before, after, past, since, in, on, in the year, every day, daily, near, towards, not before, o clock, next",
    amounts:
      "above, over, below, under, beneath, beyond, exceeds, exceeding, reaches, hits, passes, more than, less than, greater than, higher than, lower than, fewer than, warmer than, brighter than, at least, at most, up to, down to, channel",
    beside:
      "its, it, is, the, my, our, number, with, using, use, enter, try, here, and, then, that, was, i, said, say, a, as, for",
  },
};
