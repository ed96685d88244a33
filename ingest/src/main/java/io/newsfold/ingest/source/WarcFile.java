package io.newsfold.ingest.source;

import com.github.luben.zstd.ZstdException;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a WARC or ARC file, as CC-NEWS has them: one for each response of status 200 with text. A broken record is refused, and reading
 * goes on at the next one. Holds one page at a time.
 */
final class WarcFile {
    private static final Set<String> TEXT =
            Set.of(ContentType.HTML, "application/xhtml+xml", ContentType.TEXT, ContentType.MARKDOWN);

    private final Path file;
    private final String name;
    private final Instant modified;
    private final Consumer<String> remarks;
    private final TreeMap<String, Integer> leftOut = new TreeMap<>();
    private boolean endsWrong;

    /**
     * A file that is not opened yet.
     *
     * @param modified the fetch time of refusals, whose own cannot be read
     * @param remarks takes one sentence on what was left out
     */
    WarcFile(Path file, String name, Instant modified, Consumer<String> remarks) {
        this.file = file;
        this.name = name;
        this.modified = modified;
        this.remarks = remarks;
    }

    /** Whether a file of this name, in lower case, is one. */
    static boolean is(String name) {
        String plain = name.replaceFirst("\\.(gz|zst)$", "");
        return plain.endsWith(".warc") || plain.endsWith(".arc");
    }

    void read(Consumer<Delivery> taker) {
        try (FileChannel channel = FileChannel.open(file)) {
            WarcRecordScanner starts = new WarcRecordScanner(channel);
            for (long at = 0; at >= 0; ) {
                at = readOn(channel, starts, at, taker);
            }
        } catch (IOException e) {
            taker.accept(Delivery.refused(
                    About.of(modified, name, null),
                    Reason.UNREADABLE,
                    "the file cannot be read to its end: " + e.getMessage()));
        }
        if (!leftOut.isEmpty()) {
            int all = leftOut.values().stream().mapToInt(Integer::intValue).sum();
            remarks.accept(name + ": " + all + " records of other kinds left out: "
                    + leftOut.entrySet().stream()
                            .map(kind -> kind.getValue() + " " + kind.getKey())
                            .collect(Collectors.joining(", ")));
        }
    }

    /**
     * Reads from the record at {@code start} until one is broken.
     *
     * @return where the record after the broken one begins; -1 at the end
     */
    private long readOn(FileChannel channel, WarcRecordScanner starts, long start, Consumer<Delivery> taker)
            throws IOException {
        long at = start;
        Reason reason = Reason.UNSUPPORTED;
        try {
            starts.refuseUnsupported(at);
            reason = Reason.WARC_RECORD;
            channel.position(start);
            WarcReader reader = new WarcReader(new EndingChannel(channel)); // not closed: the channel is the caller's
            reader.onWarning(warning -> endsWrong |= warning.contains("trailer"));
            Optional<WarcRecord> record = reader.next();
            while (record.isPresent()) {
                Optional<Delivery> page = page(record.get(), at);
                record = following(reader, at);
                long next = reader.position();
                boolean seekable = starts.at(at) && (record.isEmpty() || starts.at(next));
                page.map(p -> seekable ? p : flagged(p)).ifPresent(taker);
                if (record.isEmpty() && next < channel.size()) {
                    return next;
                }
                if (starts.isUnsupported(next)) {
                    return next; // refused there
                }
                at = next;
            }
            return -1;
        } catch (IOException | IllegalArgumentException | ZstdException e) {
            taker.accept(Delivery.refused(
                    about(modified, at, null), reason, "the record cannot be read: " + e.getMessage()));
            return starts.next(at + 1).orElse(-1L);
        }
    }

    /** The record after the one at {@code at}; empty at the end, or where it is the one that is broken. */
    private Optional<WarcRecord> following(WarcReader reader, long at) throws IOException {
        endsWrong = false;
        Optional<WarcRecord> record = Optional.empty();
        try {
            record = reader.next();
        } catch (IOException | IllegalArgumentException | ZstdException e) {
            if (reader.position() == at) {
                throw e;
            }
        }
        if (endsWrong) {
            throw new IOException("it does not end where its header says");
        }
        return record;
    }

    /** The page in a record; empty where it is of another kind, which is counted. */
    private Optional<Delivery> page(WarcRecord record, long at) throws IOException {
        MessageHeaders headers = record.headers();
        long length = headers.first("Content-Length")
                .map(String::strip)
                .filter(l -> l.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new IOException("no Content-Length that is a number"));
        if (length > Limits.UNPACKED_BYTES) {
            throw new IOException("more than " + Limits.UNPACKED_BYTES + " bytes");
        }
        if (!(record instanceof WarcResponse response)) {
            return leftOut(record.type());
        }
        String protocol = response.contentType().base().toString();
        if (!protocol.equals("application/http")) {
            return leftOut("response of " + protocol);
        }
        HttpResponse http = response.http();
        if (http.status() != 200) {
            return leftOut("of status " + http.status());
        }
        String type = http.headers().first("Content-Type").orElse(null);
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!plain.isEmpty() && !TEXT.contains(plain)) {
            return leftOut(plain);
        }
        Instant fetched = headers.first("WARC-Date")
                .flatMap(InstantParser::instant)
                .orElseThrow(() -> new IOException("no WARC-Date that is a time"));
        String url = headers.first("WARC-Target-URI")
                .map(u -> u.strip().replaceAll("^<|>$", ""))
                .orElseThrow(() -> new IOException("no WARC-Target-URI"));
        byte[] body;
        try (InputStream in = http.bodyDecoded().stream()) {
            body = in.readNBytes(Limits.BODY_BYTES + 1);
        }
        if (body.length > Limits.BODY_BYTES) {
            throw new IOException("more than " + Limits.BODY_BYTES + " bytes");
        }
        About about = about(fetched, at, plain.isEmpty() ? ContentType.of(body) : type);
        String doubt = ContentType.doubt(body);
        return Optional.of(Delivery.of(
                url,
                body,
                CanonicalUrl.of(url).isPresent() ? about : about.flagged("bad_link"),
                doubt == null ? null : about.origin() + " " + doubt));
    }

    private Optional<Delivery> leftOut(String kind) {
        leftOut.merge(kind.replaceAll("\\p{Cntrl}", "?"), 1, Integer::sum);
        return Optional.empty();
    }

    private About about(Instant fetched, long at, @org.jspecify.annotations.Nullable String type) {
        return new About(fetched, name + "@" + at, type, null, null, null, null, name, null);
    }

    /** A packed file of one piece: nobody can begin to read it at this record. */
    private static Delivery flagged(Delivery page) {
        return new Delivery(
                page.key(), page.body(), page.about().flagged("warc_not_seekable"), page.doubt(), page.refusal());
    }
}
