# fish completion for resumax. Made from the command tree: resumax completion fish

set -g __resumax_taking --title -t --from --out -o --jobs -j --title -t --company --location --title -t --company --location --title -t --company --location --limit -m --strategy -s --max-changes --accept --export --format --notes --max-changes --suggestion --section --edit --notes --format --output -o --max-count -m --items --category --workspace --config -c

# The words of the command line that are no options and no values of options.
function __resumax_words
    set -l skip 0
    for word in (commandline -opc)[2..]
        if test $skip = 1
            set skip 0
        else if contains -- $word $__resumax_taking
            set skip 1
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

# Whether the words are exactly these: the next one is a verb below them.
function __resumax_at
    set -l words (__resumax_words)
    test "$words" = "$argv"
end

# Whether the words start with these.
function __resumax_in
    set -l words (__resumax_words)
    test (count $argv) = 0; or test "$words[1..$(count $argv)]" = "$argv"
end

# Whether the next word is the nth positional after these.
function __resumax_nth
    set -l words (__resumax_words)
    set -l path $argv[2..]
    __resumax_in $path; and test (count $words) = (math (count $path) + $argv[1] - 1)
end

complete -c resumax -f
complete -c resumax -n '__resumax_at ' -f -a resume -d 'add, list, show, edit, rename, remove or parse resumes'
complete -c resumax -n '__resumax_at ' -f -a jd -d 'add, list, show, edit, remove or parse job postings'
complete -c resumax -n '__resumax_at ' -f -a score -d 'how well a resume fits a posting, and why'
complete -c resumax -n '__resumax_at ' -f -a rank -d 'order many resumes for one posting'
complete -c resumax -n '__resumax_at ' -f -a optimize -d 'propose truthful changes to a resume for a posting'
complete -c resumax -n '__resumax_at ' -f -a refine -d 'optimize again with instructions, decisions kept'
complete -c resumax -n '__resumax_at ' -f -a diff -d 'what changes, line by line'
complete -c resumax -n '__resumax_at ' -f -a accept -d 'take proposed changes into a version'
complete -c resumax -n '__resumax_at ' -f -a export -d 'write a version as PDF, DOCX, text, Markdown or JSON'
complete -c resumax -n '__resumax_at ' -f -a status -d 'what is in the workspace and what is open'
complete -c resumax -n '__resumax_at ' -f -a log -d 'what happened, latest first'
complete -c resumax -n '__resumax_at ' -f -a show -d 'any object: a resume, posting, optimization or version'
complete -c resumax -n '__resumax_at ' -f -a blame -d 'where each line of a version came from'
complete -c resumax -n '__resumax_at ' -f -a verify -d 'check every line of a version against its source'
complete -c resumax -n '__resumax_at ' -f -a guard -d 'check rewritten lines against a resume'
complete -c resumax -n '__resumax_at ' -f -a init -d 'make a workspace in this folder'
complete -c resumax -n '__resumax_at ' -f -a config -d 'read and change settings'
complete -c resumax -n '__resumax_at ' -f -a taxonomy -d 'the skills that resumax knows'
complete -c resumax -n '__resumax_at ' -f -a doctor -d 'check that everything resumax needs works'
complete -c resumax -n '__resumax_at ' -f -a gc -d 'remove deleted objects for good'
complete -c resumax -n '__resumax_at ' -f -a completion -d 'print the completion script of a shell'
complete -c resumax -n '__resumax_at ' -f -a help -d 'explain a verb'
complete -c resumax -n '__resumax_at resume' -f -a add -d 'keep resumes and read them'
complete -c resumax -n '__resumax_at resume' -f -a list -d 'list them'
complete -c resumax -n '__resumax_at resume' -f -a show -d 'show one as it was read'
complete -c resumax -n '__resumax_at resume' -f -a edit -d 'correct how one was read'
complete -c resumax -n '__resumax_at resume' -f -a rename -d 'give one another title'
complete -c resumax -n '__resumax_at resume' -f -a rm -d 'remove some'
complete -c resumax -n '__resumax_at resume' -f -a parse -d 'read files and keep nothing'
complete -c resumax -n '__resumax_in resume add' -F
complete -c resumax -n '__resumax_in resume add' -l title -s t -x -d 'call it this instead of the file\'s name'
complete -c resumax -n '__resumax_in resume add' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_nth 1 resume show' -f -k -a '(resumax __complete resumes)'
complete -c resumax -n '__resumax_nth 1 resume edit' -f -k -a '(resumax __complete resumes)'
complete -c resumax -n '__resumax_in resume edit' -l from -r -F -d 'take the corrected JSON Resume from a file, - for standard input'
complete -c resumax -n '__resumax_in resume edit' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_nth 1 resume rename' -f -k -a '(resumax __complete resumes)'
complete -c resumax -n '__resumax_in resume rename' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_in resume rm' -f -k -a '(resumax __complete resumes)'
complete -c resumax -n '__resumax_in resume rm' -l force -s f -d 'do not ask'
complete -c resumax -n '__resumax_in resume rm' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_in resume parse' -F
complete -c resumax -n '__resumax_in resume parse' -l out -s o -x -a '(__fish_complete_directories)' -d 'write a JSON Resume for each file below this folder'
complete -c resumax -n '__resumax_in resume parse' -l jobs -s j -x -d 'files at once, by default one for each processor'
complete -c resumax -n '__resumax_in resume parse' -l force -s f -d 'write over results that are there'
complete -c resumax -n '__resumax_in resume parse' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_at jd' -f -a add -d 'keep a posting and read it'
complete -c resumax -n '__resumax_at jd' -f -a list -d 'list them'
complete -c resumax -n '__resumax_at jd' -f -a show -d 'show what one asks for'
complete -c resumax -n '__resumax_at jd' -f -a edit -d 'correct title, company or location'
complete -c resumax -n '__resumax_at jd' -f -a rm -d 'remove some'
complete -c resumax -n '__resumax_at jd' -f -a parse -d 'read a file and keep nothing'
complete -c resumax -n '__resumax_nth 1 jd add' -F
complete -c resumax -n '__resumax_in jd add' -l title -s t -x -d 'the job\'s title'
complete -c resumax -n '__resumax_in jd add' -l company -x -d 'who offers it'
complete -c resumax -n '__resumax_in jd add' -l location -x -d 'where it is'
complete -c resumax -n '__resumax_in jd add' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_nth 1 jd show' -f -k -a '(resumax __complete postings)'
complete -c resumax -n '__resumax_nth 1 jd edit' -f -k -a '(resumax __complete postings)'
complete -c resumax -n '__resumax_in jd edit' -l title -s t -x -d 'the job\'s title'
complete -c resumax -n '__resumax_in jd edit' -l company -x -d 'who offers it'
complete -c resumax -n '__resumax_in jd edit' -l location -x -d 'where it is'
complete -c resumax -n '__resumax_in jd edit' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_in jd rm' -f -k -a '(resumax __complete postings)'
complete -c resumax -n '__resumax_in jd rm' -l force -s f -d 'do not ask'
complete -c resumax -n '__resumax_in jd rm' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_nth 1 jd parse' -F
complete -c resumax -n '__resumax_in jd parse' -l title -s t -x -d 'the job\'s title'
complete -c resumax -n '__resumax_in jd parse' -l company -x -d 'who offers it'
complete -c resumax -n '__resumax_in jd parse' -l location -x -d 'where it is'
complete -c resumax -n '__resumax_nth 1 score' -F -k -a '(resumax __complete resumes)'
complete -c resumax -n '__resumax_nth 2 score' -F -k -a '(resumax __complete postings)'
complete -c resumax -n '__resumax_in score' -l explain -d 'show every requirement and the lines that meet it'
complete -c resumax -n '__resumax_nth 1 rank' -F -k -a '(resumax __complete postings)'
complete -c resumax -n '__resumax_in rank' -F -k -a '(resumax __complete resumes)'
complete -c resumax -n '__resumax_in rank' -l limit -s m -x -d 'show at most so many'
complete -c resumax -n '__resumax_nth 1 optimize' -F -k -a '(resumax __complete resumes)'
complete -c resumax -n '__resumax_nth 2 optimize' -F -k -a '(resumax __complete postings)'
complete -c resumax -n '__resumax_in optimize' -l strategy -s s -x -a 'default conservative aggressive_keywords executive_tone concise skills_focus' -d 'how far suggestions go, and in which tone'
complete -c resumax -n '__resumax_in optimize' -l max-changes -x -d 'at most so many changes, those that score best'
complete -c resumax -n '__resumax_in optimize' -l accept -x -a 'safe all' -d 'make a version of the safe ones, or of all'
complete -c resumax -n '__resumax_in optimize' -l export -r -F -d 'write the accepted version to a file; may be repeated'
complete -c resumax -n '__resumax_in optimize' -l format -x -a 'pdf docx text md json' -d 'format of the exports'
complete -c resumax -n '__resumax_in optimize' -l notes -x -d 'a note to keep with the version'
complete -c resumax -n '__resumax_in optimize' -l force -s f -d 'run again, and write over files that exist'
complete -c resumax -n '__resumax_in optimize' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_nth 1 refine' -f -k -a '(resumax __complete optimizations)'
complete -c resumax -n '__resumax_in refine' -l max-changes -x -d 'at most so many changes, those that score best'
complete -c resumax -n '__resumax_in refine' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_nth 1 diff' -f -k -a '(resumax __complete objects)'
complete -c resumax -n '__resumax_nth 2 diff' -f -k -a '(resumax __complete versions)'
complete -c resumax -n '__resumax_in diff' -l side-by-side -d 'old at the left, new at the right'
complete -c resumax -n '__resumax_in diff' -l stat -d 'only how many lines change'
complete -c resumax -n '__resumax_in diff' -l word-diff -d 'one line with [-old-] and {+new+} words'
complete -c resumax -n '__resumax_in diff' -l exit-code -d 'exit with 1 where there are differences'
complete -c resumax -n '__resumax_nth 1 accept' -f -k -a '(resumax __complete optimizations)'
complete -c resumax -n '__resumax_in accept' -l all -d 'take every suggestion'
complete -c resumax -n '__resumax_in accept' -l safe -d 'take all that are not uncertain'
complete -c resumax -n '__resumax_in accept' -l suggestion -x -d 'take these, by number'
complete -c resumax -n '__resumax_in accept' -l section -x -a 'contact summary work education skills projects certificates languages awards publications volunteer interests references other' -d 'take those of a section'
complete -c resumax -n '__resumax_in accept' -l edit -x -d 'take one in your own words'
complete -c resumax -n '__resumax_in accept' -l patch -s p -d 'ask about each'
complete -c resumax -n '__resumax_in accept' -l notes -x -d 'a note to keep with the version'
complete -c resumax -n '__resumax_in accept' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_nth 1 export' -f -k -a '(resumax __complete versions)'
complete -c resumax -n '__resumax_in export' -l format -x -a 'pdf docx text md json' -d 'what to write'
complete -c resumax -n '__resumax_in export' -l output -s o -r -F -d 'where to, - for standard output'
complete -c resumax -n '__resumax_in export' -l force -s f -d 'write over a file that exists'
complete -c resumax -n '__resumax_in export' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_in log' -l max-count -s m -x -d 'at most so many entries, by default 50'
complete -c resumax -n '__resumax_nth 1 show' -f -k -a '(resumax __complete objects)'
complete -c resumax -n '__resumax_nth 1 blame' -f -k -a '(resumax __complete versions)'
complete -c resumax -n '__resumax_nth 1 verify' -f -k -a '(resumax __complete versions)'
complete -c resumax -n '__resumax_nth 1 guard' -F -k -a '(resumax __complete resumes)'
complete -c resumax -n '__resumax_in guard' -l items -r -F -d 'the lines to check, - for standard input'
complete -c resumax -n '__resumax_nth 1 init' -f -a '(__fish_complete_directories)'
complete -c resumax -n '__resumax_in init' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_at config' -f -a get -d 'print a setting'
complete -c resumax -n '__resumax_at config' -f -a set -d 'write a setting'
complete -c resumax -n '__resumax_at config' -f -a unset -d 'remove a setting'
complete -c resumax -n '__resumax_at config' -f -a list -d 'list all settings'
complete -c resumax -n '__resumax_at config' -f -a path -d 'print where the files are'
complete -c resumax -n '__resumax_nth 1 config get' -f -k -a '(resumax __complete settings)'
complete -c resumax -n '__resumax_nth 1 config set' -f -k -a '(resumax __complete settings)'
complete -c resumax -n '__resumax_in config set' -l local -d 'in the workspace\'s file'
complete -c resumax -n '__resumax_in config set' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_nth 1 config unset' -f -k -a '(resumax __complete settings)'
complete -c resumax -n '__resumax_in config unset' -l local -d 'from the workspace\'s file'
complete -c resumax -n '__resumax_in config unset' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_in config list' -l show-origin -d 'say where each value comes from'
complete -c resumax -n '__resumax_at taxonomy' -f -a list -d 'list them'
complete -c resumax -n '__resumax_at taxonomy' -f -a show -d 'show one by any of its names'
complete -c resumax -n '__resumax_at taxonomy' -f -a find -d 'find skills in a text'
complete -c resumax -n '__resumax_at taxonomy' -f -a check -d 'check skills data'
complete -c resumax -n '__resumax_at taxonomy' -f -a import -d 'add skills of ESCO or O*NET files'
complete -c resumax -n '__resumax_at taxonomy' -f -a rm -d 'remove imported skills'
complete -c resumax -n '__resumax_in taxonomy list' -l category -x -d 'only those of this category'
complete -c resumax -n '__resumax_nth 1 taxonomy find' -F
complete -c resumax -n '__resumax_in taxonomy find' -l asked -d 'only what a posting would ask for by each line'
complete -c resumax -n '__resumax_in taxonomy check' -F
complete -c resumax -n '__resumax_in taxonomy import' -F
complete -c resumax -n '__resumax_in taxonomy import' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_in taxonomy rm' -l force -s f -d 'do not ask'
complete -c resumax -n '__resumax_in taxonomy rm' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_in gc' -l force -s f -d 'do not ask'
complete -c resumax -n '__resumax_in gc' -l dry-run -s n -d 'say what would happen and change nothing'
complete -c resumax -n '__resumax_nth 1 completion' -f -a 'bash zsh fish'
complete -c resumax -n '__resumax_in help' -f -k -a '(resumax __complete verbs)'
complete -c resumax -l workspace -x -a '(__fish_complete_directories)' -d 'work in this workspace, made on first use'
complete -c resumax -l config -s c -x -a '(resumax __complete settings)' -d 'use this setting for this run'
complete -c resumax -l json -d 'print one JSON record'
complete -c resumax -l no-color -d 'print without colour'
complete -c resumax -l no-pager -d 'print long output as it is'
complete -c resumax -l help -s h -d 'show how it is used'
complete -c resumax -l version -d 'print the version of resumax'
