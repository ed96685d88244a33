package io.newsfold.ingest.source;

import com.github.luben.zstd.ZstdException;
import io.newsfold.contract.Flag;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.date.InstantParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a WARC or ARC file, as CC-NEWS has them: one for each response of status 200 with text, and each
 * resource that is a page. A broken record is rejected, and reading goes on at the next one. Holds one page at a time.
 */
final class WarcFile {
    private static final Set<String> TEXT_TYPES =
            Set.of(ContentType.HTML, ContentType.XHTML, ContentType.TEXT, ContentType.MARKDOWN);

    /** Resources are stored without HTTP; of their texts only pages are articles as a rule. */
    private static final Set<String> PAGE_TYPES = Set.of(ContentType.HTML, ContentType.XHTML);

    private final InputFile file;
    private final Instant fetched;
    private final Consumer<String> remarks;
    private final TreeMap<String, Integer> leftOut = new TreeMap<>();
    private boolean trailerIsMissing;

    /**
     * A file that is not opened yet.
     *
     * @param fetched fetch time of rejected records, whose own cannot be read
     * @param remarks takes one sentence on what was left out
     */
    WarcFile(InputFile file, Instant fetched, Consumer<String> remarks) {
        this.file = file;
        this.fetched = fetched;
        this.remarks = remarks;
    }

    /** Whether the name of a file is that of a WARC or ARC file, plain or compressed. */
    static boolean is(InputFile file) {
        String plainName = file.name().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        return plainName.endsWith(".warc") || plainName.endsWith(".arc");
    }

    void read(Consumer<Delivery> receiver) {
        try (FileChannel channel = FileChannel.open(file.path())) {
            WarcRecordScanner scanner = new WarcRecordScanner(channel);
            for (long start = 0; start >= 0; ) {
                start = readUntilBroken(channel, scanner, start, receiver);
            }
        } catch (IOException e) {
            String message = "the file cannot be read to its end: " + e.getMessage();
            receiver.accept(Delivery.refused(About.of(fetched, file.name(), null), Reason.UNREADABLE, message));
        }
        if (!leftOut.isEmpty()) {
            int all = leftOut.values().stream().mapToInt(Integer::intValue).sum();
            remarks.accept(file.name() + ": " + all + " records of other kinds left out: "
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
    private long readUntilBroken(
            FileChannel channel, WarcRecordScanner scanner, long start, Consumer<Delivery> receiver)
            throws IOException {
        long position = start;
        Reason reason = Reason.UNSUPPORTED;
        try {
            scanner.mustBeSupported(position);
            reason = Reason.WARC_RECORD;
            channel.position(start);
            WarcReader reader = new WarcReader(new WarcChannel(channel)); // not closed: the channel is the caller's
            reader.onWarning(warning -> trailerIsMissing |= warning.contains("trailer"));
            Optional<WarcRecord> record = reader.next();
            while (record.isPresent()) {
                Optional<Delivery> page = page(record.get(), position);
                record = following(reader, position);
                long next = reader.position();
                boolean seekable = scanner.isStart(position) && (record.isEmpty() || scanner.isStart(next));
                // reading cannot begin at this record if the file is compressed as a whole
                page.map(p -> seekable ? p : p.flagged("warc_not_seekable")).ifPresent(receiver);
                if (record.isEmpty() && next < channel.size()) {
                    return next;
                }
                if (scanner.isUnsupported(next)) {
                    return next; // it is rejected there
                }
                position = next;
            }
            return -1;
        } catch (IOException | IllegalArgumentException | ZstdException e) {
            String message = "the record cannot be read: " + e.getMessage();
            receiver.accept(Delivery.refused(about(fetched, position, null), reason, message));
            return scanner.next(position + 1).orElse(-1L);
        }
    }

    /** The record after the one at {@code position}; empty at the end, or where that record is the broken one. */
    private Optional<WarcRecord> following(WarcReader reader, long position) throws IOException {
        trailerIsMissing = false;
        Optional<WarcRecord> record = Optional.empty();
        try {
            record = reader.next();
        } catch (IOException | IllegalArgumentException | ZstdException e) {
            if (reader.position() == position) {
                throw e;
            }
        }
        if (trailerIsMissing) {
            throw new IOException("it does not end where its header says");
        }
        return record;
    }

    /** The page in a record; empty where the record is of another kind, which is counted. */
    private Optional<Delivery> page(WarcRecord record, long position) throws IOException {
        mustFit(record.headers());
        if (record instanceof WarcResource resource) {
            String type = resource.contentType().base().toString();
            return PAGE_TYPES.contains(type)
                    ? Optional.of(page(
                            record.headers(),
                            resource.body().stream(),
                            resource.contentType().toString(),
                            position))
                    : leaveOut("resource of " + type);
        }
        if (!(record instanceof WarcResponse response)) {
            return leaveOut(record.type());
        }
        String protocol = response.contentType().base().toString();
        if (!protocol.equals("application/http")) {
            return leaveOut("response of " + protocol);
        }
        HttpResponse http = WarcBody.http(response);
        if (http.status() != 200) {
            return leaveOut("of status " + http.status());
        }
        String type = http.headers().first("Content-Type").orElse(null);
        String plainType = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!plainType.isEmpty() && !TEXT_TYPES.contains(plainType)) {
            return leaveOut(plainType);
        }
        InputStream body = WarcBody.decoded(http);
        return Optional.of(page(record.headers(), body, plainType.isEmpty() ? null : type, position));
    }

    /** @throws IOException where the record has no valid length, or is too large to unpack */
    private static void mustFit(MessageHeaders headers) throws IOException {
        long length = headers.first("Content-Length")
                .map(String::strip)
                .filter(l -> l.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new IOException("no Content-Length that is a number"));
        if (length > Limits.UNPACKED_BYTES) {
            throw new IOException("more than " + Limits.UNPACKED_BYTES + " bytes");
        }
    }

    private Delivery page(MessageHeaders headers, InputStream content, @Nullable String type, long position)
            throws IOException {
        Instant time = headers.first("WARC-Date")
                .flatMap(InstantParser::instant)
                .orElseThrow(() -> new IOException("no WARC-Date that is a time"));
        String url = headers.first("WARC-Target-URI")
                .map(uri -> uri.strip().replaceAll("^<|>$", ""))
                .orElseThrow(() -> new IOException("no WARC-Target-URI"));
        boolean truncated = headers.first("WARC-Truncated").isPresent();
        byte[] body;
        try (content) {
            body = WarcBody.read(content, Limits.BODY_BYTES, truncated);
        }
        if (body.length > Limits.BODY_BYTES) {
            throw new IOException("more than " + Limits.BODY_BYTES + " bytes");
        }
        About about = about(time, position, type == null ? ContentType.of(body) : type);
        String doubt = ContentType.doubt(body);
        boolean isText = String.valueOf(about.contentType()).startsWith("text/plain");
        Delivery page = Delivery.ofLink(
                isText ? url : SavedPageAddress.ofPage(url, body),
                body,
                about,
                doubt == null ? null : about.origin() + " " + doubt);
        return truncated ? page.flagged(Flag.WARC_TRUNCATED.code()) : page;
    }

    private Optional<Delivery> leaveOut(String kind) {
        leftOut.merge(kind.replaceAll("\\p{Cntrl}", "?"), 1, Integer::sum);
        return Optional.empty();
    }

    private About about(Instant time, long position, @Nullable String type) {
        return new About(time, file.name() + "@" + position, type, null, null, null, null, file.name(), null);
    }
}
