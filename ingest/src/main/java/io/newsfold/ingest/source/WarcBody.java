package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.newsfold.contract.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcResponse;

/** The bytes of a page in a record of a web archive. */
final class WarcBody {
    private static final int SAMPLE = 512;
    private static final int LEAST_SAMPLE = 64;
    private static final int BUFFER = 1 << 13;
    private static final int PROTOCOL_BYTES = 4;
    private static final String ENCODING = "Content-Encoding";

    private WarcBody() {}

    /** The response in a record. Some crawlers write the protocol of its first line in lower case. */
    static HttpResponse http(WarcResponse response) throws IOException {
        MessageBody record = response.body();
        InputStream in = record.stream();
        byte[] protocol = new String(in.readNBytes(PROTOCOL_BYTES), ISO_8859_1)
                .toUpperCase(Locale.ROOT)
                .getBytes(ISO_8859_1);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(protocol), in);
        ByteBuffer unread = ByteBuffer.allocate(BUFFER).flip();
        return HttpResponse.parse(LengthedBody.create(Channels.newChannel(whole), unread, record.size()));
    }

    /**
     * The body of a response, unpacked. Crawlers often store it unpacked and leave the header that says how it was
     * packed: then it is taken as it is.
     */
    static InputStream decoded(HttpResponse http) throws IOException {
        List<String> encodings = http.headers().all(ENCODING);
        if (encodings.isEmpty()) {
            return http.body().stream();
        }
        byte[] raw;
        try (InputStream in = http.body().stream()) {
            raw = in.readNBytes(Limits.BODY_BYTES + 1);
        }
        if (isPlain(raw)) {
            return new ByteArrayInputStream(raw);
        }
        HttpResponse.Builder whole = new HttpResponse.Builder(http.status(), http.reason());
        encodings.forEach(encoding -> whole.addHeader(ENCODING, encoding));
        return whole.body(MediaType.OCTET_STREAM, raw).build().bodyDecoded().stream();
    }

    /** Whether bytes are text: packed ones have control characters among any few dozen. */
    private static boolean isPlain(byte[] bytes) {
        int size = Math.min(bytes.length, SAMPLE);
        for (int i = 0; i < size; i++) {
            boolean control = bytes[i] >= 0 && bytes[i] < ' ' && "\t\n\f\r".indexOf(bytes[i]) < 0;
            if (control) {
                return false;
            }
        }
        return size >= LEAST_SAMPLE || size > 0 && bytes[0] == '<';
    }

    /**
     * Reads at most {@code limit} bytes and one more.
     *
     * @param truncated whether the record holds only the beginning: then what can be unpacked will do
     */
    static byte[] read(InputStream in, int limit, boolean truncated) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try {
            int read = in.read(buffer);
            while (read >= 0 && body.size() <= limit) {
                body.write(buffer, 0, read);
                read = in.read(buffer);
            }
        } catch (IOException e) {
            if (!truncated || body.size() == 0) {
                throw e;
            }
        }
        return body.toByteArray();
    }
}
