import { describe, expect, it } from "vitest";
import type { PlainMessage } from "../../src/openai/messages.ts";
import { taskAnswer } from "../../src/openai/task-answers.ts";
import { firstSaid, spokenText, taskOf } from "../../src/openai/tasks.ts";

const user = (text: string): PlainMessage => ({ role: "user", text, more: false });
const system = (text: string): PlainMessage => ({ role: "system", text, more: false });
const assistant = (text: string): PlainMessage => ({ role: "assistant", text, more: false });

const SAID = "turn on the kitchen light";
const SAID_ZH = "打开厨房的灯";
const QUOTED = `USER: ${SAID}\nASSISTANT: The kitchen light is on.`;

/** What chat programs ask beside what a person says, in the manner of their templates, with the answer. */
const TASKS: readonly (readonly [string, readonly PlainMessage[], string])[] = [
  [
    "a title as JSON, below headings",
    [
      user(
        `### Task:\nWrite a short title of this chat.\n### Output:\nJSON: { "title": "…" }\n### Chat History:\n<chat_history>\n${QUOTED}\n</chat_history>`,
      ),
    ],
    '{"title":"Turn on the kitchen light"}',
  ],
  [
    "tags as JSON",
    [
      user(
        `### Task:\nGive broad tags.\n### Output:\n{ "tags": ["a", "b"] }\n<chat_history>\n${QUOTED}\n</chat_history>`,
      ),
    ],
    '{"tags":["Home"]}',
  ],
  [
    "questions that may follow",
    [user(`### Task:\nSuggest follow-up questions.\n{ "follow_ups": ["a?"] }\n<chat_history>${QUOTED}</chat_history>`)],
    '{"follow_ups":[]}',
  ],
  [
    "searches",
    [user(`### Task:\nDecide whether to search.\n{ "queries": ["a"] }\n<chat_history>\n${QUOTED}\n</chat_history>`)],
    '{"queries":[]}',
  ],
  [
    "completing what is being typed",
    [user(`### Task:\nYou complete text in <text></text>.\n{ "text": "…" }\n<text>turn on the</text>`)],
    '{"text":""}',
  ],
  ["an emoji for a message", [user(`Which emoji fits?\n### Task:\n### Message:\n${SAID}\nOnly one emoji.`)], "🏠"],
  [
    "a title as text, the chat quoted by speakers",
    [
      user(
        `Provide a title of five words for the conversation. Only the title.\n\nConversation:\nUser: ${SAID}\nAI: Done.`,
      ),
    ],
    "Turn on the kitchen light",
  ],
  [
    "a language and a title",
    [user(`Analyze this conversation and provide:\n1. its language\n2. A concise title\n\nUser: ${SAID}\nAI: Done.`)],
    "Turn on the kitchen light",
  ],
  [
    "a name, the chat in a fence",
    [
      user(
        `Give this conversation a name. At most 10 characters.\n\n\`\`\`\n${SAID}\n\n---------\n\nDone.\n\`\`\`\nThe name is:`,
      ),
    ],
    "Turn on the kitchen light",
  ],
  [
    "a title behind a whole chat",
    [user(SAID), assistant("Done."), user("Please generate a four word title summarizing our conversation.")],
    "Turn on the kitchen light",
  ],
  [
    "a title behind a whole chat, in Chinese",
    [user(SAID_ZH), assistant("好了。"), user("使用四到五个字直接返回这句话的简要主题，不要解释")],
    SAID_ZH,
  ],
  [
    "a title by the system prompt",
    [system("You summarize the user's conversation into a title within 10 words."), user(SAID)],
    "Turn on the kitchen light",
  ],
  [
    "a title by the system prompt, in Chinese, the chat as JSON",
    [system("总结给出的会话，将其总结为 10 字内标题"), user(`[{"role":"user","content":"${SAID_ZH}"}]`)],
    SAID_ZH,
  ],
  [
    "an agent for titles",
    [system("You are a title generator. You output ONLY a thread title."), user(SAID)],
    "Turn on the kitchen light",
  ],
  [
    "a memory of the chat as JSON",
    [user(`你是记忆大师\n## 最新对话\n2024年02月28日星期三 23:01 小明: ${SAID_ZH}\n## 回复格式\n{"memories": "…"}`)],
    "{}",
  ],
  [
    "a summary of the chat",
    [user(SAID), assistant("Done."), user("Summarize the discussion briefly to use as a prompt for later.")],
    "I only do what somebody says to me. This came from the chat program, so I left everything as it is.",
  ],
  [
    "a summary of the chat, in Chinese",
    [user(SAID_ZH), assistant("好了。"), user("简要总结一下对话内容，用作后续的上下文提示")],
    "我只做人亲口说的事。这条是聊天软件发来的，所以什么都没动。",
  ],
  [
    "a title of no chat at all",
    [user("Give this conversation a short title.")],
    "I only do what somebody says to me. This came from the chat program, so I left everything as it is.",
  ],
  [
    "documents around a question",
    [user(`### Task:\nAnswer from the context.\n<context>…</context>\n<user_query>${SAID}</user_query>`)],
    "I only do what somebody says to me. This came from the chat program, so I left everything as it is.",
  ],
];

describe("a task of a chat program", () => {
  it.each(TASKS)("%s: nothing is done, and the answer has the form asked for", (_, messages, answer) => {
    const task = taskOf(messages);
    expect(task).not.toBeNull();
    expect(task && taskAnswer(task, messages)).toBe(answer);
  });
});

describe("what a person says", () => {
  const SENTENCES = [
    SAID,
    SAID_ZH,
    "turn on the lamp and set the name day scene",
    "what is the title of the song that is playing?",
    "remind me at 8:00: call Ann",
    "play the next track",
    "turn off the chat lamp",
    "tag the kitchen light as important",
    "summarize what happened today",
    "总结一下今天家里的情况",
    "把标题灯打开",
    "add a topic: movie night lights",
    "say my name and read my messages",
    "给大家发消息说周末去主题乐园",
  ];
  it.each(SENTENCES)("%s", (text) => expect(taskOf([user(text)])).toBeNull());

  it("also below a system prompt of a persona, with the states of a home, or with tools", () => {
    const personas = [
      "You are a helpful assistant.",
      "你扮演一个名为傻妞的角色。## 聊天历史回顾\n<start>\n2024年02月28日星期三 23:01 小明: 你好\n</end>\n## 长期记忆\n- 喜欢香蕉",
      "I want you to act as smart home manager. Available devices:\n```csv\nentity_id,name,state,aliases\nlight.a,Kitchen,off,\n```",
      "Answer every message in JSON.",
    ];
    const butler = system("Give the title of each song, and end the chat with a title.");
    expect(taskOf([butler, user("hello"), assistant("Hello."), user(SAID)])).toBeNull();
    for (const persona of personas) expect(taskOf([system(persona), user(SAID)]), persona).toBeNull();
  });
});

describe("what voice clients write around a sentence", () => {
  it.each([
    ["2024年02月28日星期三 23:01 小明: 打开厨房的灯", "打开厨房的灯"],
    ["打开厨房的灯，以下请用100字以内回答，请只回答文字不要带链接", "打开厨房的灯"],
    ["[2026-11-30 08:15] Ann: turn on the lamp", "turn on the lamp"],
    ["2026-12-01 08:00 turn on the lamp", "2026-12-01 08:00 turn on the lamp"],
    ["2026年12月1日 8:00 提醒我：开会", "2026年12月1日 8:00 提醒我：开会"],
    ["turn on the lamp, please answer in at most 100 words", "turn on the lamp"],
    ["  turn on the lamp\n", "turn on the lamp"],
    ["turn off the lamp at 8:30", "turn off the lamp at 8:30"],
    ["请用三十分钟把灯慢慢调亮", "请用三十分钟把灯慢慢调亮"],
  ])("%s", (given, left) => expect(spokenText(given)).toBe(left));
});

it("the block that a task quotes is the first that ends, however many begin", () => {
  const said = (text: string) => firstSaid([user(text)]);
  expect(said("Make a title. <chat>\nturn on the lamp\n</chat>")).toBe("turn on the lamp");
  expect(said("Make a title. <b><i>```text\nturn on the lamp\n```")).toBe("turn on the lamp");
  // As long as a message may be: matching must not go back and forth in it.
  expect(said(`<chat>${"<a".repeat(1_500)}>${" ".repeat(4_500)}`)).toBe("");
});
