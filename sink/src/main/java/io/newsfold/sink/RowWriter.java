package io.newsfold.sink;

import java.io.Closeable;
import java.io.IOException;

/** Writes rows to a file, one after the other; closing it finishes the file. */
interface RowWriter extends Closeable {
    void write(Row row) throws IOException;
}
