package io.newsfold.sink;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file. */
interface RowReader extends Closeable {
    /**
     * The next row; null after the last.
     *
     * @throws IOException also where the file has another content than expected
     */
    @Nullable
    Row next() throws IOException;
}
