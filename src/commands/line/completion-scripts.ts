/** The words for a place after the verb: a list, or the names of devices. */
export type CompletionSource = readonly string[] | "device";

/** A verb as a shell completes it. */
export interface CompletedVerb {
  readonly name: string;
  readonly about: string;
  readonly options: readonly string[];
  /** The options that take a value. */
  readonly valued: readonly string[];
  readonly places: readonly CompletionSource[];
}

/** All options with a value of all verbs, as a pattern of `case`. */
function valuedOptions(verbs: readonly CompletedVerb[]): string {
  return [...new Set(verbs.flatMap(({ valued }) => valued))].sort().join("|");
}

function names(verbs: readonly CompletedVerb[]): string {
  return [...verbs.map(({ name }) => name), "help"].join(" ");
}

/** The branches of a `case` over verb and place: `words` makes the command that offers words, `device` the one for devices. */
function branches(
  verbs: readonly CompletedVerb[],
  words: (list: readonly string[]) => string,
  device: string,
): string[] {
  const places = verbs.flatMap(({ name, places: all }) =>
    all.map((place, index) => `    ${name}:${index}) ${place === "device" ? device : words(place)} ;;`),
  );
  return [...places, `    help:0) ${words(verbs.map(({ name }) => name))} ;;`];
}

/**
 * The script for bash. Names of a running Jia never reach `compgen -W`, which would evaluate them: they are compared
 * as text and quoted.
 */
export function bashScript(verbs: readonly CompletedVerb[]): string {
  return `# Completes jia in bash: eval "$(jia completion bash)"
_jia_names() {
  local name typed single="'" double='"'
  # What was typed may be quoted; what is offered is quoted the same way.
  case $cur in
    "$single"*|"$double"*) typed=\${cur:1} ;;
    *) typed=\${cur//\\\\/} ;;
  esac
  while IFS= read -r name; do
    [[ $name == "$typed"* ]] || continue
    case $cur in
      "$single"*) COMPREPLY+=("\${name//"$single"/"$single\\\\$single$single"}") ;;
      "$double"*) COMPREPLY+=("$(printf %s "$name" | sed 's/[\\\\"$\`]/\\\\&/g')") ;;
      *) COMPREPLY+=("$(printf %q "$name")") ;;
    esac
  done < <("$jia" completion "$1" 2>/dev/null)
}
_jia() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb=\${COMP_WORDS[1]}
  local jia=\${COMP_WORDS[0]/#\\~/$HOME} place=0 i
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${names(verbs)} --help --version" -- "$cur"))
    return
  fi
  case $prev in
    --room) _jia_names rooms; return ;;
    --language) COMPREPLY=($(compgen -W "en zh" -- "$cur")); return ;;
    ${valuedOptions(verbs)}) return ;;
  esac
  if [[ $cur == -* ]]; then
    case $verb in
${verbs.map(({ name, options }) => `      ${name}) COMPREPLY=($(compgen -W "${options.join(" ")}" -- "$cur")) ;;`).join("\n")}
    esac
    return
  fi
  for ((i = 2; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${valuedOptions(verbs)}) ((i++)) ;;
      -*) ;;
      *) ((place++)) ;;
    esac
  done
  case $verb:$place in
${branches(verbs, (list) => `COMPREPLY=($(compgen -W "${list.join(" ")}" -- "$cur"))`, "_jia_names devices").join("\n")}
  esac
}
complete -o default -F _jia jia
`;
}

/** The script for zsh. */
export function zshScript(verbs: readonly CompletedVerb[]): string {
  return `#compdef jia
# Completes jia in zsh: eval "$(jia completion zsh)", after compinit
_jia() {
  local verb=$words[2] previous=$words[CURRENT-1] jia=\${~words[1]} place=0 i
  if ((CURRENT == 2)); then
    local -a verbs=(${verbs.map(({ name, about }) => quoted(`${name}:${about.replaceAll(":", "\\:")}`)).join(" ")})
    _describe command verbs
    compadd -- help --help --version
    return
  fi
  case $previous in
    --room) compadd -- \${(f)"$($jia completion rooms 2>/dev/null)"}; return ;;
    --language) compadd -- en zh; return ;;
    --config|--home) _files; return ;;
    ${valuedOptions(verbs)}) return ;;
  esac
  if [[ $words[CURRENT] == -* ]]; then
    case $verb in
${verbs.map(({ name, options }) => `      ${name}) compadd -- ${options.join(" ")} ;;`).join("\n")}
    esac
    return
  fi
  for ((i = 3; i < CURRENT; i++)); do
    case $words[i] in
      ${valuedOptions(verbs)}) ((i++)) ;;
      -*) ;;
      *) ((place++)) ;;
    esac
  done
  case $verb:$place in
${branches(verbs, (list) => `compadd -- ${list.join(" ")}`, `compadd -- \${(f)"$($jia completion devices 2>/dev/null)"}`).join("\n")}
    *) _files ;;
  esac
}
compdef _jia jia
`;
}

/** The script for fish. */
export function fishScript(verbs: readonly CompletedVerb[]): string {
  const lines = verbs.flatMap(({ name, about, options, valued, places }) => [
    `complete -c jia -f -n "test (__jia_place) = -1" -a ${name} -d ${quoted(about)}`,
    ...places.map((place, index) => {
      const offered = place === "device" ? "(__jia_names devices)" : place.join(" ");
      return `complete -c jia -f -n "__jia_at ${name} ${index}" -a ${quoted(offered)}`;
    }),
    ...options.map((option) => {
      const value =
        option === "--room" ? ` -x -a "(__jia_names rooms)"` : option === "--language" ? ` -x -a "en zh"` : "";
      const needs = value === "" && valued.includes(option) ? " -r" : value;
      return `complete -c jia -n "__jia_in ${name}" -l ${option.slice(2)}${needs}`;
    }),
  ]);
  return `# Completes jia in fish: jia completion fish > ~/.config/fish/completions/jia.fish
function __jia_names
    set -l words (commandline -opc)
    $words[1] completion $argv[1] 2>/dev/null
end
# How many words stand after the verb; -1: no verb yet.
function __jia_place
    set -l place -2
    set -l skip 0
    for word in (commandline -opc)
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case ${valuedOptions(verbs).replaceAll("|", " ")}
                set skip 1
            case '-*'
            case '*'
                set place (math $place + 1)
        end
    end
    echo $place
end
function __jia_in
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test "$words[2]" = $argv[1]
end
function __jia_at
    __jia_in $argv[1]; and test (__jia_place) = $argv[2]
end
complete -c jia -f -n "test (__jia_place) = -1" -a help
complete -c jia -f -n "__jia_at help 0" -a "${verbs.map(({ name }) => name).join(" ")}"
complete -c jia -n "test (__jia_place) = -1" -l help
complete -c jia -n "test (__jia_place) = -1" -l version
${lines.join("\n")}
`;
}

/** A text quoted for a POSIX shell and for fish. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "’")}'`;
}
