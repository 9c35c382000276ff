#compdef audit
_audit_completion() {
    local -a answers
    answers=("${(@f)$(_AUDIT_COMPLETE=1 "${words[1]}" "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    answers=("${(@)answers:#}")
    if (( ${#answers} )); then
        answers=("${(@)answers//:/\\:}")
        answers=("${(@)answers/$'\t'/:}")
        _describe -V audit answers
    else
        _files
    fi
}
compdef _audit_completion audit
