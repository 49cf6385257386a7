"""What `python -m geo` starts: a grammar, a command each, tables on a terminal.

In come words on a command line (`parser`, `grammar`, `arguments`). `commands` asks the other wings
and prints what they answer (`reading`, `telling`), `text_tables` sets it for a terminal,
`data_check` looks for every fault in `data/`. Out come an answer on standard output, everything
else on standard error, and an exit code.

It knows every wing but `server`. Help and nonsense are answered without loading an atlas.
"""
