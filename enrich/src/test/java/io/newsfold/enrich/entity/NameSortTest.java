package io.newsfold.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.enrich.entity.EntityCandidate.Match;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameSortTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    NameSortTest() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 5000})
    void sortsByKeyAndThenByEntity(int run) throws IOException {
        Random random = new Random(run);
        NameSort sort = new NameSort(folder, run);
        List<long[]> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            long key = random.nextInt(20) == 0 ? 7 : random.nextLong();
            Posting posting = new Posting(i, Match.values()[random.nextInt(5)], random.nextInt(1 << 24));
            sort.add(key, posting);
            all.add(new long[] {key, posting.bits()});
        }
        all.sort(Comparator.comparing((long[] pair) -> pair[0], Long::compareUnsigned)
                .thenComparing(pair -> pair[1], Long::compareUnsigned));
        List<long[]> merged = new ArrayList<>();

        sort.merge((key, posting) -> merged.add(new long[] {key, posting}));

        assertThat(merged).usingRecursiveComparison().isEqualTo(all);
        assertThat(folder).isEmptyDirectory();
    }
}
