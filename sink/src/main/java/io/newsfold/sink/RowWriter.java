package io.newsfold.sink;

import java.io.Closeable;
import java.io.IOException;

/** A file that rows are written to, one after the other; closing it finishes the file. */
interface RowWriter extends Closeable {
    void write(Row row) throws IOException;
}
