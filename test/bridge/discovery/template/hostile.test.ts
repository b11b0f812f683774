import { describe, expect, test } from "vitest";
import { computed, MAX_MS } from "../../../../src/bridge/discovery/template/budget.ts";
import { Template } from "../../../../src/bridge/discovery/template/template.ts";

/** What a process has that no template may see. */
const CANARY = "jia-canary-5d1f";
process.env["JIA_CANARY"] = CANARY;

/** Ways out of template engines: of JavaScript's, of Python's, through prototypes, through methods. */
const ESCAPES = [
  "{{ value_json.x.constructor.constructor('return process.env.JIA_CANARY')() }}",
  "{{ value.constructor.constructor('return process')().env.JIA_CANARY }}",
  "{{ range.constructor('return process.env.JIA_CANARY')() }}",
  "{{ value_json['constructor']['constructor']('return process.env.JIA_CANARY')() }}",
  "{{ value_json.__proto__.polluted }}{{ value_json['__proto__']['constructor'] }}",
  "{{ {}.__proto__.constructor }}",
  "{{ [].constructor }}{{ ''.constructor }}{{ (1).constructor }}",
  "{{ ''.__class__.__mro__[1].__subclasses__() }}",
  "{{ self.__init__.__globals__ }}{{ cycler.__init__.__globals__.os.popen('id').read() }}",
  "{{ lipsum.__globals__['os'].popen('id').read() }}",
  "{{ request.application.__globals__ }}{{ config.items() }}",
  "{{ namespace.call }}{{ dict.call.constructor }}{{ zip.name }}{{ iif.constructor }}",
  "{{ value.split.constructor('return 1')() }}{{ value.replace.call }}",
  "{{ [1].map }}{{ [1].filter }}{{ [1].reduce }}{{ [1].at }}{{ [1].length }}",
  "{{ 'a'.at }}{{ 'a'.codePointAt }}{{ 'a'.matchAll }}{{ 'a'.length }}",
  "{{ process.env.JIA_CANARY }}{{ globalThis.process }}{{ require('fs') }}{{ this.constructor }}",
  "{{ import('fs') }}{{ eval('1') }}{{ Function('return 1')() }}",
  "{{ value_json | map(attribute='constructor.constructor') | list }}",
  "{{ value_json | map('constructor') | list }}",
  "{{ value_json | selectattr('constructor') | list }}",
  "{{ value | attr('constructor') }}{{ value | attr('__class__') }}",
  "{{ dict(constructor=1).constructor }}{{ dict(__proto__=1).x }}",
  "{% set value_json.__proto__.x = 1 %}",
  "{% set ns = namespace(a=1) %}{% set ns.constructor = 2 %}{{ ns.constructor.constructor }}",
  "{{ '{0.__class__}'.format(value) }}{{ '{value.__init__.__globals__}'.format(value=value) }}",
  "{{ value | regex_replace('.*', '\\\\g<constructor>') }}",
  "{{ ('x' | from_json).constructor }}{{ ('{\"__proto__\":{\"a\":1}}' | from_json).a }}",
  "{% include '/etc/passwd' %}",
  "{% import 'os' as os %}{{ os.popen('id') }}",
  "{% raw %}{{ x }}{% endraw %}",
  "{{ states('sensor.x') }}{{ state_attr('a','b') }}{{ now() }}",
] as const;

/** Templates that would run for ever, or eat memory, in an engine without limits. */
const RUNAWAYS = [
  "{% for a in range(10000) %}{% for b in range(10000) %}{{ a }}{% endfor %}{% endfor %}",
  "{% for a in range(1000000000) %}x{% endfor %}",
  "{{ range(10 ** 12) | list }}",
  "{{ 'x' * 1000000000 }}",
  "{{ ('x' * 400000) ~ ('y' * 400000) }}",
  "{% set ns = namespace(t='x') %}{% for i in range(60) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}{{ ns.t }}",
  "{% set ns = namespace(t=[1]) %}{% for i in range(60) %}{% set ns.t = ns.t + ns.t %}{% endfor %}{{ ns.t | length }}",
  "{% set ns = namespace(t='a') %}{% for i in range(30) %}{% set ns.t = ns.t | replace('a', 'aaaaaaaaaa') %}{% endfor %}",
  "{% set ns = namespace(d=1) %}{% for i in range(500) %}{% set ns.d = [ns.d, ns.d] %}{% endfor %}{{ ns.d }}",
  "{% set ns = namespace(d=1) %}{% for i in range(500) %}{% set ns.d = [ns.d, ns.d] %}{% endfor %}{{ ns.d == ns.d | tojson }}",
  "{{ '%1000000000d' | format(1) }}{{ '%1000000000s' % 'x' }}",
  "{{ 'a'.zfill(1000000000) }}",
  "{{ 'a'.ljust(1000000000) }}",
  "{{ ('a' * 40) | regex_match('(a+)+$b') }}",
  "{{ ('a' * 40 ~ '!') | regex_match('^(([a-z])+.)+[A-Z]([a-z])+$') }}",
  "{{ ('a' * 5000) | regex_findall('(a|a)*b') }}",
  "{{ ('a' * 5000) | regex_search('a*a*a*a*a*b') }}",
  "{{ ('x' * 8000) | regex_replace('(x?){50}x{50}y', '') }}",
  "{{ ('a' * 100000) | regex_findall('a') }}",
  "{{ 'a' | regex_match('(' * 400) }}",
  `{{ ${"(".repeat(6000)}1${")".repeat(6000)} }}`,
  `{{ ${"[".repeat(3000)}${"]".repeat(3000)} }}`,
  `{{ ${"not ".repeat(3000)}1 }}`,
  `{{ 1${" + 1".repeat(3900)} }}`,
  `{{ x${".a".repeat(5000)} }}`,
  `{{ x${" | lower".repeat(1900)} }}`,
  `{% if 1 %}${"{% if 1 %}".repeat(1000)}`,
  `${"{% if 1 %}".repeat(500)}x${"{% endif %}".repeat(500)}`,
  `{{ '${"\\\\".repeat(7000)}' | length }}`,
  "{".repeat(16_000),
  "{{".repeat(8000),
  "{%".repeat(8000),
  "{#".repeat(8000),
  `{{ "${"x".repeat(16_000)}`,
  "x".repeat(100_000),
  "{{ value_json.deep }}",
  "{{ value_json | tojson }}",
  "{{ value_json.list | sort | unique | list }}",
  "{{ value_json.list | map('regex_replace', '(a+)+$', 'x') | list }}",
] as const;

const json = {
  x: "text",
  list: Array.from({ length: 5000 }, (_, index) => `${"a".repeat(30)}${index}`),
  deep: JSON.parse(`${"[".repeat(2000)}${"]".repeat(2000)}`) as unknown,
};
const names = { value: "text", value_json: json };

describe("hostile templates", () => {
  test.each(ESCAPES)("nothing escapes: %s", (source) => {
    const rendered = new Template(source).render(names);
    const shown = rendered.kind === "text" ? rendered.text : "";
    expect(shown).not.toContain(CANARY);
    expect(shown).not.toMatch(/native code|function|=>|\[object|uid=/);
    expect(Object.prototype).not.toHaveProperty("x");
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  test.each(RUNAWAYS.map((source) => [source.slice(0, 60), source] as const))("nothing runs long: %s", (_, source) => {
    const before = process.memoryUsage().heapUsed;
    const started = computed();
    const rendered = new Template(source).render(names);
    const spent = computed() - started;
    // The limit itself, and room for noticing it late, for parsing, and for what the collector of garbage takes.
    expect(spent).toBeLessThan(MAX_MS * 3);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
    if (rendered.kind === "text") expect(rendered.text.length).toBeLessThanOrEqual(65_536);
  });
});
