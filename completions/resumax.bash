# bash completion for resumax. Made from the command tree: resumax completion bash

_resumax_ask() {
  local line
  while IFS=$'\t' read -r line _; do
    [[ $line == "$current"* ]] && COMPREPLY+=("$line")
  done < <(resumax "${workspace[@]}" __complete "$1" 2>/dev/null)
}

_resumax_value() {
  case $1 in
    words:*) COMPREPLY+=($(compgen -W "${1#words:}" -- "$current")) ;;
    ask:*) _resumax_ask "${1#ask:}" ;;
    files)
      compopt -o filenames 2>/dev/null
      COMPREPLY+=($(compgen -f -- "$current"))
      ;;
    folders)
      compopt -o filenames 2>/dev/null
      COMPREPLY+=($(compgen -d -- "$current"))
      ;;
  esac
}

_resumax() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local path='' count=0 index word verbs='' options='' positional='' IFS=$' \t\n'
  local -a workspace=() kinds=()
  COMPREPLY=()
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=${COMP_WORDS[index]}
    case $word in
      --workspace)
        workspace=(--workspace "${COMP_WORDS[++index]}")
        ;;
      --title|-t|--from|--out|-o|--jobs|-j|--company|--location|--limit|-m|--strategy|-s|--max-changes|--accept|--export|--format|--notes|--suggestion|--section|--edit|--output|-o|--max-count|-m|--items|--category|--workspace|--config|-c)
        ((index++))
        ;;
      -*) ;;
      *)
        case $path in
          '') path=$word ;;
          resume|jd|config|taxonomy) path="$path $word" ;;
          *) ((count++)) ;;
        esac
        ;;
    esac
  done
  case $previous in
      --workspace) _resumax_value 'folders'; return ;;
      --config|-c) _resumax_value 'ask:settings'; return ;;
  esac
  case $path in
    '')
      verbs='resume jd score rank optimize refine diff accept export status log show blame verify guard init config taxonomy doctor gc completion help'
      options=''
      positional=''
      ;;
    'resume')
      verbs='add list show edit rename rm parse'
      options=''
      positional=''
      ;;
    'resume add')
      verbs=''
      options='--title -t --dry-run -n'
      positional='files*'
      case $previous in
      --title|-t) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'resume list')
      verbs=''
      options=''
      positional=''
      ;;
    'resume show')
      verbs=''
      options=''
      positional='ask:resumes'
      ;;
    'resume edit')
      verbs=''
      options='--from --dry-run -n'
      positional='ask:resumes'
      case $previous in
      --from) _resumax_value 'files'; return ;;
      esac
      ;;
    'resume rename')
      verbs=''
      options='--dry-run -n'
      positional='ask:resumes,nothing'
      ;;
    'resume rm')
      verbs=''
      options='--force -f --dry-run -n'
      positional='ask:resumes*'
      ;;
    'resume parse')
      verbs=''
      options='--out -o --jobs -j --force -f --dry-run -n'
      positional='files*'
      case $previous in
      --out|-o) _resumax_value 'folders'; return ;;
      --jobs|-j) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'jd')
      verbs='add list show edit rm parse'
      options=''
      positional=''
      ;;
    'jd add')
      verbs=''
      options='--title -t --company --location --dry-run -n'
      positional='files'
      case $previous in
      --title|-t) _resumax_value 'nothing'; return ;;
      --company) _resumax_value 'nothing'; return ;;
      --location) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'jd list')
      verbs=''
      options=''
      positional=''
      ;;
    'jd show')
      verbs=''
      options=''
      positional='ask:postings'
      ;;
    'jd edit')
      verbs=''
      options='--title -t --company --location --dry-run -n'
      positional='ask:postings'
      case $previous in
      --title|-t) _resumax_value 'nothing'; return ;;
      --company) _resumax_value 'nothing'; return ;;
      --location) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'jd rm')
      verbs=''
      options='--force -f --dry-run -n'
      positional='ask:postings*'
      ;;
    'jd parse')
      verbs=''
      options='--title -t --company --location'
      positional='files'
      case $previous in
      --title|-t) _resumax_value 'nothing'; return ;;
      --company) _resumax_value 'nothing'; return ;;
      --location) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'score')
      verbs=''
      options='--explain'
      positional='ask:resumes+files,ask:postings+files'
      ;;
    'rank')
      verbs=''
      options='--limit -m'
      positional='ask:postings+files,ask:resumes+files*'
      case $previous in
      --limit|-m) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'optimize')
      verbs=''
      options='--strategy -s --max-changes --accept --export --format --notes --force -f --dry-run -n'
      positional='ask:resumes+files,ask:postings+files'
      case $previous in
      --strategy|-s) _resumax_value 'words:default conservative aggressive_keywords executive_tone concise skills_focus'; return ;;
      --max-changes) _resumax_value 'nothing'; return ;;
      --accept) _resumax_value 'words:safe all'; return ;;
      --export) _resumax_value 'files'; return ;;
      --format) _resumax_value 'words:pdf docx text md json'; return ;;
      --notes) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'refine')
      verbs=''
      options='--max-changes --dry-run -n'
      positional='ask:optimizations,nothing'
      case $previous in
      --max-changes) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'diff')
      verbs=''
      options='--side-by-side --stat --word-diff --exit-code'
      positional='ask:objects,ask:versions'
      ;;
    'accept')
      verbs=''
      options='--all --safe --suggestion --section --edit --patch -p --notes --dry-run -n'
      positional='ask:optimizations'
      case $previous in
      --suggestion) _resumax_value 'nothing'; return ;;
      --section) _resumax_value 'words:contact summary work education skills projects certificates languages awards publications volunteer interests references other'; return ;;
      --edit) _resumax_value 'nothing'; return ;;
      --notes) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'export')
      verbs=''
      options='--format --output -o --force -f --dry-run -n'
      positional='ask:versions'
      case $previous in
      --format) _resumax_value 'words:pdf docx text md json'; return ;;
      --output|-o) _resumax_value 'files'; return ;;
      esac
      ;;
    'status')
      verbs=''
      options=''
      positional=''
      ;;
    'log')
      verbs=''
      options='--max-count -m'
      positional=''
      case $previous in
      --max-count|-m) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'show')
      verbs=''
      options=''
      positional='ask:objects'
      ;;
    'blame')
      verbs=''
      options=''
      positional='ask:versions'
      ;;
    'verify')
      verbs=''
      options=''
      positional='ask:versions'
      ;;
    'guard')
      verbs=''
      options='--items'
      positional='ask:resumes+files'
      case $previous in
      --items) _resumax_value 'files'; return ;;
      esac
      ;;
    'init')
      verbs=''
      options='--dry-run -n'
      positional='folders'
      ;;
    'config')
      verbs='get set unset list path'
      options=''
      positional=''
      ;;
    'config get')
      verbs=''
      options=''
      positional='ask:settings'
      ;;
    'config set')
      verbs=''
      options='--local --dry-run -n'
      positional='ask:settings,nothing'
      ;;
    'config unset')
      verbs=''
      options='--local --dry-run -n'
      positional='ask:settings'
      ;;
    'config list')
      verbs=''
      options='--show-origin'
      positional=''
      ;;
    'config path')
      verbs=''
      options=''
      positional=''
      ;;
    'taxonomy')
      verbs='list show find check import rm'
      options=''
      positional=''
      ;;
    'taxonomy list')
      verbs=''
      options='--category'
      positional=''
      case $previous in
      --category) _resumax_value 'nothing'; return ;;
      esac
      ;;
    'taxonomy show')
      verbs=''
      options=''
      positional='nothing'
      ;;
    'taxonomy find')
      verbs=''
      options='--asked'
      positional='files'
      ;;
    'taxonomy check')
      verbs=''
      options=''
      positional='files*'
      ;;
    'taxonomy import')
      verbs=''
      options='--dry-run -n'
      positional='files*'
      ;;
    'taxonomy rm')
      verbs=''
      options='--force -f --dry-run -n'
      positional='nothing'
      ;;
    'doctor')
      verbs=''
      options=''
      positional=''
      ;;
    'gc')
      verbs=''
      options='--force -f --dry-run -n'
      positional=''
      ;;
    'completion')
      verbs=''
      options=''
      positional='words:bash zsh fish'
      ;;
    'help')
      verbs=''
      options=''
      positional='ask:verbs*'
      ;;
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options --workspace --config -c --json --no-color --no-pager --help -h --version" -- "$current"))
  elif [[ -n $verbs ]]; then
    COMPREPLY=($(compgen -W "$verbs" -- "$current"))
  elif [[ -n $positional ]]; then
    IFS=, read -ra kinds <<<"$positional"
    ((count >= ${#kinds[@]})) && [[ ${kinds[-1]} == *'*' ]] && count=$((${#kinds[@]} - 1))
    word=${kinds[count]%'*'}
    [[ -n $word ]] && _resumax_value "${word%+files}"
    [[ $word == *+files ]] && _resumax_value files
  fi
}

complete -F _resumax resumax
