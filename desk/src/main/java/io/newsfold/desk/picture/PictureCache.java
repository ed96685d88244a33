package io.newsfold.desk.picture;

import io.newsfold.ingest.web.Fetcher;
import io.newsfold.ingest.web.Robots;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of articles. Each is fetched once, when it is first asked for, by one of two threads, and kept on disk.
 * A failure is remembered: for ten minutes where it may pass, else for a day. Thread-safe; the caller closes it.
 */
public final class PictureCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PictureCache.class);
    private static final int THREADS = 2;

    /** Pictures that may wait for a thread. One more is not fetched; it is when it is next asked for. */
    private static final int QUEUE = 200;

    /** For a whole fetch, redirects included. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final PictureFolder folder;
    private final RecentFailures failures;
    private final @Nullable Fetcher fetcher;
    private final @Nullable PictureSource source;
    private final Predicate<ArticlePicture> current;
    private final Map<ArticlePicture, CompletableFuture<Optional<byte[]>>> pending = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), work -> {
                Thread thread = new Thread(work, "pictures");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * @param fetcher closed by this; null where no picture is fetched or shown
     * @param current whether an article exists and has this picture now
     */
    PictureCache(
            PictureFolder folder, @Nullable Fetcher fetcher, InstantSource clock, Predicate<ArticlePicture> current) {
        this.folder = folder;
        this.failures = new RecentFailures(clock);
        this.fetcher = fetcher;
        this.source = fetcher == null ? null : new PictureSource(fetcher, new Robots(fetcher, clock));
        this.current = current;
    }

    /**
     * Opens the folder of the configuration.
     *
     * @param current whether an article exists and has this picture now
     * @throws UncheckedIOException where the folder cannot be read
     */
    public static PictureCache open(PictureConfig config, InstantSource clock, Predicate<ArticlePicture> current) {
        PictureFolder folder = PictureFolder.open(config.folder(), config.maxBytes(), clock);
        Fetcher fetcher = config.allowed() == null ? null : new Fetcher(config.allowed(), clock, TIMEOUT);
        return new PictureCache(folder, fetcher, clock, current);
    }

    /** Whether a page should show this picture: false where pictures are off, or it could not be had lately. */
    public boolean offers(ArticlePicture picture) {
        return source != null && !failures.contains(picture.url());
    }

    /**
     * The thumbnail of a picture, a JPEG. If it is not there, it is fetched in the background; the caller decides how
     * long to wait, and must not complete the result itself. Completed with empty where there is none.
     */
    public CompletableFuture<Optional<byte[]>> get(ArticlePicture picture) {
        if (source == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<byte[]> stored = folder.get(picture.article(), picture.url());
        if (stored.isPresent() || failures.contains(picture.url())) {
            return CompletableFuture.completedFuture(stored);
        }
        try {
            return pending.computeIfAbsent(picture, wanted -> begin(wanted, source));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(Optional.empty()); // the queue is full, or the desk stops
        }
    }

    private CompletableFuture<Optional<byte[]>> begin(ArticlePicture picture, PictureSource from) {
        CompletableFuture<Optional<byte[]>> result = new CompletableFuture<>();
        threads.execute(() -> {
            Optional<byte[]> fetched = Optional.empty();
            try {
                fetched = fetched(picture, from);
            } finally {
                pending.remove(picture);
                result.complete(fetched);
            }
        });
        return result;
    }

    private Optional<byte[]> fetched(ArticlePicture picture, PictureSource from) {
        try {
            byte[] jpeg = from.fetch(picture.url());
            folder.put(picture.article(), picture.url(), jpeg);
            if (current.test(picture)) {
                return Optional.of(jpeg);
            }
            folder.remove(picture.article()); // withdrawn or changed in the meantime
        } catch (NoPictureException e) {
            LOG.debug("no picture for id={}: {}", picture.article(), e.getMessage());
            failures.add(picture.url(), e.mayComeLater());
        } catch (RuntimeException e) {
            LOG.warn("no picture for id={}", picture.article(), e);
            failures.add(picture.url(), true);
        }
        return Optional.empty();
    }

    /** Removes the picture of an article that was withdrawn, whether pictures are shown or not. */
    public void remove(String article) {
        folder.remove(article);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        if (fetcher != null) {
            fetcher.close();
        }
    }
}
