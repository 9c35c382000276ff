function __audit_completion
    set -l words (commandline -opc)
    set -l answers (_AUDIT_COMPLETE=1 $words (commandline -ct) 2>/dev/null)
    if set -q answers[1]
        string join \n -- $answers
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c audit -f -k -a '(__audit_completion)'
