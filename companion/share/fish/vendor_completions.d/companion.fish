# companion in fish: what can be typed next. It runs nothing and reads no notebook.
# Made by `companion completion fish`; put it into ~/.config/fish/completions/companion.fish

# The commands behind a place.
function __companion_commands
    switch "$argv[1]"
        case ''
            string split ' ' -- 'demo init note reflect paths session list show search tag edit delete pause resume page exported moved unsaid task homework agreement journey book wipe export import backup restore verify passphrase recovery audit config content guide help-now completion man version'
        case '/session'
            string split ' ' -- 'list add held missed move'
        case '/unsaid'
            string split ' ' -- 'repairs show move rehearse bring said'
        case '/task'
            string split ' ' -- 'list add show went tiny change drop'
        case '/homework'
            string split ' ' -- 'new check preview show add list take shrink drop aside again remove'
        case '/journey'
            string split ' ' -- 'list new map open rename close reopen'
        case '/config'
            string split ' ' -- 'path check keys'
        case '/content'
            string split ' ' -- 'check'
    end
end

# How many words follow an option.
function __companion_takes
    switch "$argv[1]"
        case '*:--notebook'
            echo one
        case '*:--passphrase-file'
            echo one
        case '*:--lang'
            echo one
        case '/note:--wait'
            echo one
        case '/note:--on'
            echo one
        case '/note:--tag'
            echo many
        case '/reflect:--form'
            echo one
        case '/reflect:--on'
            echo one
        case '/session/add:--number'
            echo one
        case '/session/move:--number'
            echo one
        case '/list:--limit'
            echo one
        case '/list:--tag'
            echo one
        case '/tag:--remove'
            echo many
        case '/pause:--until'
            echo one
        case '/page:--session'
            echo one
        case '/page:--format'
            echo one
        case '/page:-o' '/page:--output'
            echo one
        case '/page:--paper'
            echo one
        case '/page:--pdf-password-file'
            echo one
        case '/moved:--since'
            echo one
        case '/unsaid/rehearse:--size'
            echo one
        case '/unsaid/bring:--size'
            echo one
        case '/unsaid/said:--became'
            echo one
        case '/agreement:--format'
            echo one
        case '/agreement:-o' '/agreement:--output'
            echo one
        case '/agreement:--paper'
            echo one
        case '/agreement:--pdf-password-file'
            echo one
        case '/book:--format'
            echo one
        case '/book:--paper'
            echo one
        case '/book:--pdf-password-file'
            echo one
        case '/book:-o' '/book:--output'
            echo one
        case '/export:--format'
            echo one
        case '/export:-o' '/export:--output'
            echo one
        case '/recovery:--card'
            echo one
        case '/content/check:--language'
            echo one
        case '/guide:--pdf'
            echo maybe
        case '/guide:--paper'
            echo one
        case '/help-now:--country'
            echo one
    end
end

# Where the line has come to, and how many words stand there: `/session/add:0`.
function __companion_place
    set -l at ''
    set -l count 0
    set -l takes ''
    for word in (commandline -opc)[2..-1]
        switch $word
            case '-*=*'
                set takes ''
                continue
            case '-*'
                set takes (__companion_takes "$at:$word")
                continue
        end
        if test "$takes" = many
            continue
        else if test -n "$takes"
            set takes ''
        else if contains -- $word (__companion_commands "$at")
            set at "$at/$word"
            set count 0
        else
            set count (math $count + 1)
        end
    end
    echo "$at:$count"
end

function __companion_is
    string match -q -- $argv[1] (__companion_place)
end

complete -c companion -f

complete -c companion -n '__companion_is \'*\'' -s h -d 'show this help message and exit'
complete -c companion -n '__companion_is \'*\'' -l help -d 'show this help message and exit'
complete -c companion -n '__companion_is \'*\'' -l notebook -x -a '(__fish_complete_directories)' -d 'the notebook\'s folder (or COMPANION_NOTEBOOK)'
complete -c companion -n '__companion_is \'*\'' -l passphrase-file -r -F -d 'read the passphrase from the first line of FILE (or COMPANION_PASSPHRASE_FILE)'
complete -c companion -n '__companion_is \'*\'' -l plain -d 'line by line, for screen readers and pipes'
complete -c companion -n '__companion_is \'*\'' -l lang -x -a 'de en es' -d 'the language, such as en'
complete -c companion -n '__companion_is \':0\'' -a demo -d 'look around in three fictional months; nothing is kept'
complete -c companion -n '__companion_is \':0\'' -a init -d 'set a notebook up without the app'
complete -c companion -n '__companion_is \':0\'' -a note -d 'keep a quick line, typed or piped in'
complete -c companion -n '__companion_is \':0\'' -a reflect -d 'walk a reflection line by line'
complete -c companion -n '__companion_is \':0\'' -a paths -d 'what reflections there are'
complete -c companion -n '__companion_is \':0\'' -a session -d 'add, list and settle sessions'
complete -c companion -n '__companion_is \':0\'' -a list -d 'list what you wrote, the latest first'
complete -c companion -n '__companion_is \':0\'' -a show -d 'show one entry'
complete -c companion -n '__companion_is \':0\'' -a search -d 'find entries by their words'
complete -c companion -n '__companion_is \':0\'' -a tag -d 'give an entry tags, take some off, or show them'
complete -c companion -n '__companion_is \':0\'' -a edit -d 'change one entry: its questions again, or the words of a free line, typed or piped in'
complete -c companion -n '__companion_is \':0\'' -a delete -d 'remove one entry for good'
complete -c companion -n '__companion_is \':0\'' -a pause -d 'offer nothing for a while; writing stays open'
complete -c companion -n '__companion_is \':0\'' -a resume -d 'end a pause'
complete -c companion -n '__companion_is \':0\'' -a page -d 'print the page for the next session, or choose its lines'
complete -c companion -n '__companion_is \':0\'' -a exported -d 'the files that you saved: where they are, what has become of them; remove them, or forget them'
complete -c companion -n '__companion_is \':0\'' -a moved -d 'say how it moved: what you chose on the scales, day by day'
complete -c companion -n '__companion_is \':0\'' -a unsaid -d 'the Unsaid drawer and its ladder; only you can read it'
complete -c companion -n '__companion_is \':0\'' -a task -d 'what you two agreed to try, and what became of it'
complete -c companion -n '__companion_is \':0\'' -a homework -d 'homework from your therapist: add it, take a task of it; or write a file of your own and check it'
complete -c companion -n '__companion_is \':0\'' -a agreement -d 'what you two work on, and how; new, history, as a sheet for both, or an empty one'
complete -c companion -n '__companion_is \':0\'' -a journey -d 'several therapies, kept apart'
complete -c companion -n '__companion_is \':0\'' -a book -d 'print the book, your own words from a therapy, or choose its passages'
complete -c companion -n '__companion_is \':0\'' -a wipe -d 'remove the notebook for good; says first what goes and what stays'
complete -c companion -n '__companion_is \':0\'' -a export -d 'take everything out as JSON or as a folder of Markdown; neither is encrypted'
complete -c companion -n '__companion_is \':0\'' -a import -d 'bring entries in: companion\'s own JSON, jrnl, Day One, Daylio'
complete -c companion -n '__companion_is \':0\'' -a backup -d 'write the whole notebook to one encrypted file'
complete -c companion -n '__companion_is \':0\'' -a restore -d 'put a backup in the notebook\'s place; nothing is overwritten'
complete -c companion -n '__companion_is \':0\'' -a verify -d 'read every page and every row, and say whether all is whole'
complete -c companion -n '__companion_is \':0\'' -a passphrase -d 'change the passphrase'
complete -c companion -n '__companion_is \':0\'' -a recovery -d 'make a new recovery code'
complete -c companion -n '__companion_is \':0\'' -a audit -d 'what is true: files, locks, backups, process'
complete -c companion -n '__companion_is \':0\'' -a config -d 'the settings: where their file is, and whether it is as it should be'
complete -c companion -n '__companion_is \':0\'' -a content -d 'check what companion asks and says, in every language'
complete -c companion -n '__companion_is \':0\'' -a guide -d 'read the guide, or print a page of it; no passphrase is asked'
complete -c companion -n '__companion_is \':0\'' -a help-now -d 'who can be reached; no passphrase is asked'
complete -c companion -n '__companion_is \':0\'' -a completion -d 'print what tells bash, zsh or fish which words can be typed next'
complete -c companion -n '__companion_is \':0\'' -a man -d 'print the manual page; read it with: companion man | man -l -'
complete -c companion -n '__companion_is \':0\'' -a version -d 'say the version'
complete -c companion -n '__companion_is \':*\'' -l version -d 'say the version'
complete -c companion -n '__companion_is \'/note:*\'' -l park -d 'park it for the session'
complete -c companion -n '__companion_is \'/note:*\'' -l unsaid -d 'put it into the Unsaid drawer'
complete -c companion -n '__companion_is \'/note:*\'' -l wait -x -d 'wait this long for another companion to close the notebook'
complete -c companion -n '__companion_is \'/note:*\'' -l on -x -d 'the day it is about, such as 2026-11-20, if not today'
complete -c companion -n '__companion_is \'/note:*\'' -l tag -x -d 'tags to give it; they stand in your shell\'s history'
complete -c companion -n '__companion_is \'/reflect:0\'' -a 'trust hope feelings sense noticed managed bump fit ending echo recall getting-ready task agreement record after-page'
complete -c companion -n '__companion_is \'/reflect:*\'' -l form -x -a 'one short full' -d 'how much of it: one question, a few (short) or all of it (full)'
complete -c companion -n '__companion_is \'/reflect:*\'' -l short -d 'only the few questions of the short form'
complete -c companion -n '__companion_is \'/reflect:*\'' -l on -x -d 'the day it is about, such as 2026-11-20, if not today'
complete -c companion -n '__companion_is \'/paths:*\'' -l check -d 'check all content against its rules'
complete -c companion -n '__companion_is \'/paths:*\'' -l release -d 'whether every crisis line was checked lately enough for a release'
complete -c companion -n '__companion_is \'/paths:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/session:0\'' -a list -d 'list the sessions'
complete -c companion -n '__companion_is \'/session:0\'' -a add -d 'add a session, planned or past'
complete -c companion -n '__companion_is \'/session:0\'' -a held -d 'say that a session took place'
complete -c companion -n '__companion_is \'/session:0\'' -a missed -d 'say that a session did not take place'
complete -c companion -n '__companion_is \'/session:0\'' -a move -d 'move a session to another time'
complete -c companion -n '__companion_is \'/session/list:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/session/add:*\'' -l number -x -d 'the session\'s number; without it, the one that is due'
complete -c companion -n '__companion_is \'/session/move:*\'' -l number -x -d 'the session\'s number; without it, the one that is due'
complete -c companion -n '__companion_is \'/list:*\'' -l limit -x -d 'how many rows at most'
complete -c companion -n '__companion_is \'/list:*\'' -l tag -x -d 'only what has that tag'
complete -c companion -n '__companion_is \'/list:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/show:*\'' -l history -d 'and how its answers read before they were changed'
complete -c companion -n '__companion_is \'/show:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/search:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/tag:*\'' -l remove -x -d 'tags to take off it'
complete -c companion -n '__companion_is \'/delete:*\'' -l yes -d 'do not ask'
complete -c companion -n '__companion_is \'/pause:*\'' -l until -x -d 'the day on which it ends by itself, such as 2026-11-20; without it, `companion resume` ends it'
complete -c companion -n '__companion_is \'/page:0\'' -a 'compose second head aloud'
complete -c companion -n '__companion_is \'/page:*\'' -l session -x -d 'the page of session N instead of the next'
complete -c companion -n '__companion_is \'/page:*\'' -l handover -d 'the page for a new therapist'
complete -c companion -n '__companion_is \'/page:*\'' -l format -x -a 'text md html pdf json' -d 'text, md (Markdown), html (one file that prints well), pdf or json; without it, as FILE is called, or text'
complete -c companion -n '__companion_is \'/page:*\'' -s o -r -F -d 'write to FILE instead of printing; the file is not encrypted'
complete -c companion -n '__companion_is \'/page:*\'' -l output -r -F -d 'write to FILE instead of printing; the file is not encrypted'
complete -c companion -n '__companion_is \'/page:*\'' -l replace -d 'replace FILE if it is there'
complete -c companion -n '__companion_is \'/page:*\'' -l paper -x -a 'a4 letter' -d 'for a PDF: the paper; without it, the one that was used last'
complete -c companion -n '__companion_is \'/page:*\'' -l large -d 'for a PDF: large print'
complete -c companion -n '__companion_is \'/page:*\'' -l pdf-password-file -r -F -d 'for a PDF: lock it with the first line of FILE'
complete -c companion -n '__companion_is \'/page:*\'' -l ask-pdf-password -d 'for a PDF: ask for a password to lock it with, twice, not shown'
complete -c companion -n '__companion_is \'/exported:0\'' -a 'list remove forget'
complete -c companion -n '__companion_is \'/exported:*\'' -l all -d 'all of them'
complete -c companion -n '__companion_is \'/exported:*\'' -l yes -d 'do not ask'
complete -c companion -n '__companion_is \'/exported:*\'' -l changed-too -d 'remove it also if it was changed since; the second yes'
complete -c companion -n '__companion_is \'/exported:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/moved:*\'' -l since -x -d 'from that day on, such as 2026-11-02'
complete -c companion -n '__companion_is \'/moved:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/unsaid:0\'' -a repairs -d 'list what was said, and got through'
complete -c companion -n '__companion_is \'/unsaid:0\'' -a show -d 'show one thing in the drawer'
complete -c companion -n '__companion_is \'/unsaid:0\'' -a move -d 'move it to keep, maybe, rehearse, bring or said'
complete -c companion -n '__companion_is \'/unsaid:0\'' -a rehearse -d 'try words for it, typed or piped in'
complete -c companion -n '__companion_is \'/unsaid:0\'' -a bring -d 'let it be ticked on the page, with a second yes'
complete -c companion -n '__companion_is \'/unsaid:0\'' -a said -d 'it was said; what came of it is typed or piped in'
complete -c companion -n '__companion_is \'/unsaid:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/unsaid/repairs:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/unsaid/show:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/unsaid/move:1\'' -a 'keep maybe rehearse bring said'
complete -c companion -n '__companion_is \'/unsaid/rehearse:*\'' -l size -x -a 'all lines sentence' -d 'all of it, three lines, or one sentence'
complete -c companion -n '__companion_is \'/unsaid/rehearse:*\'' -l clear -d 'take away what was tried in that size'
complete -c companion -n '__companion_is \'/unsaid/bring:*\'' -l size -x -a 'all lines sentence written' -d 'which words; written: as you wrote it'
complete -c companion -n '__companion_is \'/unsaid/said:*\'' -l became -x -a 'through partly not-yet' -d 'what it was like once it was said'
complete -c companion -n '__companion_is \'/task:0\'' -a list -d 'list the tasks'
complete -c companion -n '__companion_is \'/task:0\'' -a add -d 'put a task into words; what is piped in is the task'
complete -c companion -n '__companion_is \'/task:0\'' -a show -d 'show one task'
complete -c companion -n '__companion_is \'/task:0\'' -a went -d 'say how it went, question by question'
complete -c companion -n '__companion_is \'/task:0\'' -a tiny -d 'make it smaller'
complete -c companion -n '__companion_is \'/task:0\'' -a change -d 'put it into other words'
complete -c companion -n '__companion_is \'/task:0\'' -a drop -d 'let it drop'
complete -c companion -n '__companion_is \'/task/list:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/task/add:*\'' -l walk -d 'go through the questions, from a pipe too'
complete -c companion -n '__companion_is \'/task/show:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/homework:0\'' -a new -d 'write a file to fill in, for a therapist; opens no notebook'
complete -c companion -n '__companion_is \'/homework:0\'' -a check -d 'say what has to be put right in a file, each thing by line; opens no notebook'
complete -c companion -n '__companion_is \'/homework:0\'' -a preview -d 'walk it in plain mode, with nothing kept; opens no notebook'
complete -c companion -n '__companion_is \'/homework:0\'' -a show -d 'say all that it asks, and the names to type'
complete -c companion -n '__companion_is \'/homework:0\'' -a add -d 'say all that it asks, and add it to the notebook after a yes'
complete -c companion -n '__companion_is \'/homework:0\'' -a list -d 'list the homework in the notebook, and what comes with companion'
complete -c companion -n '__companion_is \'/homework:0\'' -a take -d 'take a task of it among what you two agreed'
complete -c companion -n '__companion_is \'/homework:0\'' -a shrink -d 'take the tiny version of a task, or make a taken one tiny'
complete -c companion -n '__companion_is \'/homework:0\'' -a drop -d 'leave a task out; nobody is told'
complete -c companion -n '__companion_is \'/homework:0\'' -a aside -d 'set all of it aside'
complete -c companion -n '__companion_is \'/homework:0\'' -a again -d 'take it up again'
complete -c companion -n '__companion_is \'/homework:0\'' -a remove -d 'take it out of the notebook; what was written with it stays'
complete -c companion -n '__companion_is \'/homework/new:0\'' -F
complete -c companion -n '__companion_is \'/homework/new:*\'' -l replace -d 'replace FILE if it is there'
complete -c companion -n '__companion_is \'/homework/check:0\'' -F
complete -c companion -n '__companion_is \'/homework/check:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/homework/preview:0\'' -a 'after-a-bump before-we-part first-weeks week-of-feelings' -F
complete -c companion -n '__companion_is \'/homework/show:0\'' -a 'after-a-bump before-we-part first-weeks week-of-feelings' -F
complete -c companion -n '__companion_is \'/homework/show:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/homework/add:0\'' -a 'after-a-bump before-we-part first-weeks week-of-feelings' -F
complete -c companion -n '__companion_is \'/homework/add:*\'' -l yes -d 'do not ask'
complete -c companion -n '__companion_is \'/homework/list:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/homework/remove:*\'' -l yes -d 'do not ask'
complete -c companion -n '__companion_is \'/agreement:0\'' -a 'new history'
complete -c companion -n '__companion_is \'/agreement:*\'' -l blank -d 'an empty sheet, to fill in by hand; needs no notebook and no passphrase'
complete -c companion -n '__companion_is \'/agreement:*\'' -l names -d 'with room for both names, to be written by hand'
complete -c companion -n '__companion_is \'/agreement:*\'' -l format -x -a 'text md pdf' -d 'as a sheet for both: text, md (Markdown) or pdf; without it, as FILE is called, or text'
complete -c companion -n '__companion_is \'/agreement:*\'' -s o -r -F -d 'write to FILE instead of printing; the file is not encrypted'
complete -c companion -n '__companion_is \'/agreement:*\'' -l output -r -F -d 'write to FILE instead of printing; the file is not encrypted'
complete -c companion -n '__companion_is \'/agreement:*\'' -l replace -d 'replace FILE if it is there'
complete -c companion -n '__companion_is \'/agreement:*\'' -l paper -x -a 'a4 letter' -d 'for a PDF: the paper; without it, the one that was used last'
complete -c companion -n '__companion_is \'/agreement:*\'' -l large -d 'for a PDF: large print'
complete -c companion -n '__companion_is \'/agreement:*\'' -l pdf-password-file -r -F -d 'for a PDF: lock it with the first line of FILE'
complete -c companion -n '__companion_is \'/journey:0\'' -a list -d 'list the therapies'
complete -c companion -n '__companion_is \'/journey:0\'' -a new -d 'begin another, and turn to it'
complete -c companion -n '__companion_is \'/journey:0\'' -a map -d 'say the way so far: sessions, detours, what you two work on, what is open'
complete -c companion -n '__companion_is \'/journey:0\'' -a open -d 'turn to one'
complete -c companion -n '__companion_is \'/journey:0\'' -a rename -d 'call one something else'
complete -c companion -n '__companion_is \'/journey:0\'' -a close -d 'close one; it stays to be read'
complete -c companion -n '__companion_is \'/journey:0\'' -a reopen -d 'open a closed one again'
complete -c companion -n '__companion_is \'/journey/list:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/journey/map:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/journey/close:*\'' -l yes -d 'do not ask'
complete -c companion -n '__companion_is \'/book:0\'' -a 'compose'
complete -c companion -n '__companion_is \'/book:*\'' -l format -x -a 'text md html pdf' -d 'text, md (Markdown), html or pdf; without it, as the end of FILE says'
complete -c companion -n '__companion_is \'/book:*\'' -l paper -x -a 'a4 letter' -d 'the paper of a PDF: a4 or letter; without it, what was used last'
complete -c companion -n '__companion_is \'/book:*\'' -l large -d 'a PDF in large print'
complete -c companion -n '__companion_is \'/book:*\'' -l pdf-password-file -r -F -d 'let a PDF ask for the password in the first line of FILE'
complete -c companion -n '__companion_is \'/book:*\'' -s o -r -F -d 'write to FILE instead of printing; the file is not encrypted'
complete -c companion -n '__companion_is \'/book:*\'' -l output -r -F -d 'write to FILE instead of printing; the file is not encrypted'
complete -c companion -n '__companion_is \'/book:*\'' -l replace -d 'replace FILE if it is there'
complete -c companion -n '__companion_is \'/wipe:*\'' -l yes -d 'do not ask for the word; the passphrase is asked for all the same'
complete -c companion -n '__companion_is \'/export:*\'' -l format -x -a 'json markdown' -d 'json: one file that can be brought in again; markdown: a folder to read'
complete -c companion -n '__companion_is \'/export:*\'' -s o -r -F -d 'the file, or the new folder'
complete -c companion -n '__companion_is \'/export:*\'' -l output -r -F -d 'the file, or the new folder'
complete -c companion -n '__companion_is \'/export:*\'' -l replace -d 'replace FILE if it is there'
complete -c companion -n '__companion_is \'/import:0\'' -F
complete -c companion -n '__companion_is \'/import:*\'' -l yes -d 'do not ask'
complete -c companion -n '__companion_is \'/backup:0\'' -F
complete -c companion -n '__companion_is \'/backup:*\'' -l replace -d 'replace FILE if it is there'
complete -c companion -n '__companion_is \'/restore:0\'' -F
complete -c companion -n '__companion_is \'/restore:*\'' -l yes -d 'do not ask'
complete -c companion -n '__companion_is \'/passphrase:*\'' -l new-key -d 'lock every page with a new key as well: for the day someone may know the old passphrase'
complete -c companion -n '__companion_is \'/recovery:*\'' -l card -r -F -d 'write the code to FILE as a card to print; the file is not encrypted'
complete -c companion -n '__companion_is \'/audit:*\'' -l json -d 'print JSON with stable keys'
complete -c companion -n '__companion_is \'/config:0\'' -a path -d 'say where the file is; where there is none, it is made with every key explained'
complete -c companion -n '__companion_is \'/config:0\'' -a check -d 'say what in it can\'t be used, and what would be right'
complete -c companion -n '__companion_is \'/config:0\'' -a keys -d 'list every action of the app and its keys, as the file has them'
complete -c companion -n '__companion_is \'/content:0\'' -a check -d 'missing sentences, left-over ones, gaps, plural forms and wording, by file and key'
complete -c companion -n '__companion_is \'/content/check:*\'' -l language -x -a 'de en es' -d 'only what is wrong in that language, such as es'
complete -c companion -n '__companion_is \'/guide:0\'' -a 'first-week when-it-hurts page privacy your-words ending therapist agreement guess-my-number security speed licences changes contributing open-notebook'
complete -c companion -n '__companion_is \'/guide:*\'' -l pdf -r -F -d 'as a PDF: the page, or the sheet that it speaks of; without FILE, for a pipe'
complete -c companion -n '__companion_is \'/guide:*\'' -l paper -x -a 'a4 letter' -d 'the paper of the PDF, a4 or letter'
complete -c companion -n '__companion_is \'/guide:*\'' -l large -d 'the PDF in large print'
complete -c companion -n '__companion_is \'/guide:*\'' -l replace -d 'replace FILE if it is there'
complete -c companion -n '__companion_is \'/help-now:0\'' -a 'steady people steps'
complete -c companion -n '__companion_is \'/help-now:*\'' -l country -x -a 'AU AT BE BG CA CL CN HR CY CZ DK EE FI FR DE GR HU IS IN IE IT JP LV LI LT LU MT MX NL NZ NO PL PT RO SG SK SI ES SE GB US' -d 'two letters, such as GB'
complete -c companion -n '__companion_is \'/completion:0\'' -a 'bash zsh fish'
complete -c companion -n '__companion_is \'/version:*\'' -l json -d 'print JSON with stable keys'
