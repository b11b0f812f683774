import type { Language } from "../../language/index.ts";

/** How a language says yes, no and "leave it". Phrases are separated by commas, lower case, simplified. */
export interface AnswerWords {
  /** Words that also stand in other sentences, so that the lexicon of sentences knows them. */
  readonly sentence: { readonly yes: string; readonly no: string; readonly neverMind: string };
  /** What is a yes only where it is the whole of an answer. */
  readonly yes: string;
  /** Yeses that have the form of a question. */
  readonly rhetorical: string;
  /** What is a no only where it is the whole of an answer. */
  readonly no: string;
  /** Address and courtesy at either end, which change nothing. */
  readonly beside: string;
  /** Hesitation and joining words that stand before the answer: after it they would make it a doubt or a question. */
  readonly before: string;
  /** What may come before a no, though it is a yes when it stands alone: "okay, leave it". */
  readonly beforeNo: string;
}

/** Every way to say yes and no that Jia knows: the one source for answers and for the lexicon. */
export const ANSWER_WORDS: Readonly<Record<Language, AnswerWords>> = {
  en: {
    sentence: {
      yes: "yes, yep, yup, sure, go ahead, do it, confirm, confirmed, yes please, of course, absolutely, correct, affirmative, please do, ok do it, thats right, right, yeah do it, exactly",
      no: "no, nope, no thanks, dont do it, dont, leave it, negative, no dont",
      neverMind:
        "never mind, nevermind, forget it, forget that, cancel, nothing, stop it, no worries, skip it, leave it, doesnt matter, drop it",
    },
    yes: "y, ye, yea, yeah, ya, yah, aye, yess, mhm, mm hmm, uh huh, ok, okay, okey, okie, k, kk, alright, all right, fine, fine by me, good, great, perfect, sounds good, sounds great, that sounds good, go on, go for it, go on then, carry on, proceed, please proceed, please, do that, please do it, please do that, do so, just do it, lets do it, lets do that, lets go, make it so, certainly, definitely, sure thing, sure is, surely, for sure, totally, by all means, naturally, indeed, yes indeed, yes i am, i am, i am sure, im sure, yes i do, i do, i confirm, i want that, i want it, yes i want that, that is right, that is correct, thats correct, thats it, thats what i want, i agree, agreed, approved, granted, permission granted, you may, you can, you bet, roger, roger that, no problem, be my guest, i said yes, it is ok, its ok, thats fine, that is fine, thats ok, that is ok, would be nice, that would be nice, that would be great, id like that, i would like that, with pleasure, gladly, very well, then do it",
    rhetorical: "why not, sure why not, why wouldnt you",
    no: "n, na, nah, naw, nay, noo, never, not now, not yet, not today, not tonight, not really, not at all, not this time, of course not, certainly not, absolutely not, definitely not, by no means, no way, please dont, do not, do not do it, do not do that, dont do that, dont bother, dont you dare, better not, id rather not, i would rather not, rather not, i dont want that, i dont want it, i dont, i dont think so, i am not, im not, im not sure, i am not sure, not sure, id better not, lets not, lets leave it, leave it be, leave that, leave it as it is, leave it like that, leave it alone, let it be, no need, no it isnt, it is not, not necessary, thats not necessary, its not necessary, no thank you, no never mind, no leave it, no cancel, cancel it, cancel that, abort, abort it, abort that, abandon it, scrap it, scrap that, stop, stop that, wait, hold on, hang on, wait a moment, one moment, wrong, thats wrong, none, none of them, none of those, neither, neither of them, changed my mind, i changed my mind, i have changed my mind, ive changed my mind, on second thought no, on second thoughts no, refuse, i refuse, denied, decline, declined, it doesnt matter, forget about it, dont worry, dont worry about it, never ever, no no, i said no",
    beside:
      "please, thanks, thank you, thank you very much, thanks a lot, many thanks, cheers, jia, hey jia, hi jia, hello jia, dear, darling, honey, mate, buddy, pal, sir, madam, my friend, then, now, for now",
    before: "hey, hi, oh, ah, well, um, uh, er, hm, hmm, so, actually, i think, i guess, i suppose, sorry",
    beforeNo: "ok, okay, alright, all right, fine",
  },
  zh: {
    sentence: {
      yes: "是, 是的, 对, 好, 好的, 可以, 确认, 行, 没错, 嗯, 确定, 对的, 好啊, 当然, 执行, 要, 可以的, 好吧, 没问题, 是啊, 对对, 恩, 行吧, 好嘞",
      no: "不, 不要, 不用, 否, 取消, 算了, 不是, 不行, 别, 不用了, 不要了, 不必",
      neverMind: "算了, 没事了, 没事, 不用了, 当我没说, 取消, 不要了, 没什么, 不用管了, 别管了",
    },
    yes: "嗯嗯, 嗯哼, 可以吧, 要吧, 确认吧, 确定吧, 对对对, 对啊, 对呀, 对头, 是呀, 是是是, 是这样, 就这样, 就这么办, 就这么做, 那就这样, 行的, 行啊, 行呀, 行行, 行行行, 成啊, 妥了, 好呀, 好哒, 好滴, 好勒, 好咧, 好好, 好好好, 好哇, 可以啊, 可以呀, 可以可以, 当然可以, 当然了, 当然啦, 当然要, 当然是, 那当然, 要的, 要啊, 要呀, 需要, 我要, 我确定, 我确认, 确定的, 确认执行, 同意, 我同意, 批准, 允许, 准了, 去吧, 来吧, 做吧, 干吧, 办吧, 弄吧, 继续, 继续吧, 请继续, 开始吧, 执行吧, 动手吧, 没问题的, 没意见, 没毛病, 必须的, 肯定的, 肯定, 麻烦了, 拜托了, 有劳了, 请, 请吧, 请便, ok, okay, yes, 欧克, 按你说的做, 照做, 照办, 听你的, 去做吧, 去办吧",
    rhetorical: "为什么不, 为什么不呢, 为何不, 干嘛不, 有何不可, 何乐而不为",
    no: "不了, 算了吧, 不要吧, 不用吧, 别吧, 不好, 不可以, 不可, 不成, 不是的, 不对, 不必了, 不需要, 不需要了, 不想, 不想要, 不想要了, 不同意, 不确定, 不确认, 不允许, 不准, 不执行, 不干, 不做, 不做了, 不弄了, 不麻烦了, 先不, 先不了, 先不要, 先不用, 先别, 先算了, 先等等, 先等一下, 暂时不, 暂时不要, 暂时不用, 暂时不用了, 暂时别, 现在不, 现在不要, 还是不要, 还是不要了, 还是不了, 还是别, 还是别了, 还是算了, 别了, 别别, 别别别, 别做, 别弄, 别动, 别这样, 别执行, 千万别, 可别, 不要不要, 不不, 不不不, 没必要, 没有必要, 用不着, 不用麻烦了, 那算了, 那就算了, 那不用了, 就算了, 放弃, 我放弃, 终止, 中止, 停, 停下, 停止, 打住, 等等, 等一下, 等会儿, 慢着, 拒绝, 我拒绝, 取消吧, 取消掉, 我不要, 我不想, 我反悔了, 我改主意了, 我改变主意了, 免了, 省了, 作罢, 罢了, 随它去, 随它去吧, 保持原样, 保持不变, 都不要, 都不是, 都不用, 都不, 都别, 哪个都不要, 哪个都不是, 一个都不要, 没有, 没啥, 没事儿, no, cancel",
    beside:
      "请, 请你, 谢谢, 谢谢你, 谢谢您, 谢了, 多谢, 感谢, 辛苦了, 麻烦你, 麻烦您, 麻烦你了, 麻烦您了, 麻烦, 劳驾, 拜托, 拜托你, 小家, 你好小家, 嘿小家, 嗨小家, jia, 亲, 亲爱的, 哥们, 老弟, 啊, 呀, 啦, 哈",
    before: "嘿, 嗨, 喂, 哎, 哦, 噢, 喔, 呃, 额, 那, 那就, 嗯, 恩, 唔, 我想, 我觉得, 还是, 其实",
    beforeNo: "好的, 好吧, 行吧, ok",
  },
};
