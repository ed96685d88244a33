package io.newsfold.sink;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that rows are read from. */
interface RowReader extends Closeable {
    /**
     * The next row; null after the last.
     *
     * @throws IOException where the file is not what it should be, too
     */
    @Nullable
    Row next() throws IOException;
}
