package io.newsfold.enrich.stream;

import io.newsfold.contract.Rejection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a stage's work on a record: a result, or a rejection.
 *
 * @param result null where it was rejected
 * @param rejection null where it was not
 */
record Attempt<T>(@Nullable T result, @Nullable Rejection rejection) {
    static <T> Attempt<T> success(T result) {
        return new Attempt<>(result, null);
    }

    static <T> Attempt<T> rejected(Rejection rejection) {
        return new Attempt<>(null, rejection);
    }

    /** The result; one element or none. */
    List<T> results() {
        return Stream.ofNullable(result).toList();
    }

    /** The rejection; one element or none. */
    List<Rejection> rejections() {
        return Stream.ofNullable(rejection).toList();
    }
}
