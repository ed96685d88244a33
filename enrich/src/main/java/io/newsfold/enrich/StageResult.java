package io.newsfold.enrich;

import io.newsfold.contract.Rejection;
import java.util.List;
import java.util.function.Function;

/**
 * The result of a stage for one record: a value, or a rejection that passes all further stages unchanged.
 *
 * @param <T> the output of the stage
 */
public sealed interface StageResult<T> {
    static <T> StageResult<T> done(T value) {
        return new Done<>(value);
    }

    static <T> StageResult<T> rejected(Rejection rejection) {
        return new Rejected<>(rejection);
    }

    /** Applies the next stage to the value; a rejection stays as it is. */
    <U> StageResult<U> then(Function<? super T, StageResult<U>> stage);

    /** The value; one element or none. */
    List<T> values();

    /** The rejection; one element or none. */
    List<Rejection> rejections();

    /**
     * A result with a value.
     *
     * @param value the output of the stage
     */
    record Done<T>(T value) implements StageResult<T> {
        @Override
        public <U> StageResult<U> then(Function<? super T, StageResult<U>> stage) {
            return stage.apply(value);
        }

        @Override
        public List<T> values() {
            return List.of(value);
        }

        @Override
        public List<Rejection> rejections() {
            return List.of();
        }
    }

    /**
     * A result without a value.
     *
     * @param rejection the reason
     */
    record Rejected<T>(Rejection rejection) implements StageResult<T> {
        @Override
        public <U> StageResult<U> then(Function<? super T, StageResult<U>> stage) {
            return new Rejected<>(rejection);
        }

        @Override
        public List<T> values() {
            return List.of();
        }

        @Override
        public List<Rejection> rejections() {
            return List.of(rejection);
        }
    }
}
