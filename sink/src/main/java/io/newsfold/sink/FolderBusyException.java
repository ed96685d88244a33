package io.newsfold.sink;

import java.nio.file.Path;

/** Another program writes to the output folder. */
public final class FolderBusyException extends OutputException {
    private static final long serialVersionUID = 1L;

    FolderBusyException(Path out) {
        super("another program writes to " + out + ": stop it, or name another folder with --out");
    }
}
