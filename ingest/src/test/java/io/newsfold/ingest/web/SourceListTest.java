package io.newsfold.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceListTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    SourceListTest() {}

    @Test
    void listsOpmlAndAddressesAreOneListWithEachOnce() throws IOException {
        Path list = Files.writeString(
                folder.resolve("list"), "# harbour\nhttps://a.example/feed\n\n  https://b.example/feed\n");
        Path opml = Files.writeString(folder.resolve("feeds.opml"), """
                <?xml version="1.0"?><opml version="2.0"><body><outline text="News">
                <outline text="C" type="rss" xmlUrl="https://c.example/feed?a=1&amp;b=2"/>
                <outline text="Inside"><outline XMLURL="https://a.example/feed"/></outline></outline></body></opml>""");

        assertThat(SourceList.of(List.of("https://d.example/feed", list.toString(), opml.toString())))
                .containsExactly(
                        "https://d.example/feed",
                        "https://a.example/feed",
                        "https://b.example/feed",
                        "https://c.example/feed?a=1&b=2");
    }

    @Test
    void aLineThatIsNoAddressIsNamed() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "https://a.example/feed\nb.example\n");

        assertThatThrownBy(() -> SourceList.of(List.of(list.toString())))
                .isInstanceOf(InputException.class)
                .hasMessage(list + ", line 2 is no address: b.example");
    }
}
