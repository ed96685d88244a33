package io.newsfold.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffsetRangesTest {
    private static final Path FOLDER = Path.of("articles");

    @Test
    void rangesWithoutGapsAreCompleteWhateverTheOrderOfTheFiles() {
        HistoryFile first = part(0, 3, 1, 1);
        HistoryFile secondOne = part(3, 7, 1, 2);
        HistoryFile secondTwo = part(3, 7, 2, 2);

        assertThat(ranges(secondTwo, first, secondOne))
                .isEqualTo(new OffsetRanges(List.of(List.of(first), List.of(secondOne, secondTwo)), 7, 7));
    }

    @Test
    void filesOfOtherPartitionsDoNotCount() {
        HistoryFile other = new HistoryFile(1, 5, 9, 1, 1, RecordDate.NONE, Format.JSONL);

        assertThat(ranges(other)).isEqualTo(new OffsetRanges(List.of(), 0, 0));
    }

    @Test
    void aLastRangeWithoutAllItsPartsIsUnfinished() {
        HistoryFile first = part(0, 3, 1, 1);

        assertThat(ranges(first, part(3, 7, 2, 2))).isEqualTo(new OffsetRanges(List.of(List.of(first)), 3, 7));
    }

    @Test
    void anEarlierRangeWithoutAllItsPartsIsAFault() {
        assertFault(0, part(0, 3, 1, 2), part(3, 7, 1, 1));
    }

    @Test
    void aGapBetweenRangesIsAFault() {
        assertFault(3, part(0, 3, 1, 1), part(4, 7, 1, 1));
    }

    @Test
    void aGapBeforeTheFirstRangeIsAFault() {
        assertFault(0, part(2, 3, 1, 1));
    }

    @Test
    void anOverlapOfRangesIsAFault() {
        assertFault(3, part(0, 3, 1, 1), part(2, 7, 1, 1));
    }

    @Test
    void partsWithDifferentEndsAreAFault() {
        assertFault(0, part(0, 3, 1, 2), part(0, 4, 2, 2));
    }

    @Test
    void partsWithDifferentNumbersOfPartsAreAFault() {
        assertFault(0, part(0, 3, 1, 2), part(0, 3, 2, 3));
    }

    private static void assertFault(long offset, HistoryFile... files) {
        assertThatThrownBy(() -> ranges(files))
                .isInstanceOf(OutputException.class)
                .hasMessage("the files of partition 0 in articles do not follow each other at offset " + offset);
    }

    private static OffsetRanges ranges(HistoryFile... files) {
        return OffsetRanges.of(List.of(files), 0, FOLDER);
    }

    private static HistoryFile part(long first, long next, int part, int parts) {
        return new HistoryFile(0, first, next, part, parts, RecordDate.NONE, Format.JSONL);
    }
}
