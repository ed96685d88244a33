package io.newsfold.desk.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.newsfold.contract.Topic;
import io.newsfold.desk.index.IndexQueries;
import io.newsfold.desk.index.IndexUpdater;
import io.newsfold.desk.index.TopicIndex;
import io.newsfold.kafka.BrokerException;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ConsumerLag;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The desk as a server: the view, what feeds it, and the port. Closed in the reverse order. */
public final class WebServer implements AutoCloseable {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int IDLE_MILLIS = 30_000;

    /**
     * What to serve, and where.
     *
     * @param address on which to listen
     * @param port 0 for one that is free
     * @param token asked for by what changes something; null where the address is this machine's only
     * @param perMinute requests of a client that change something; 0 for any number
     * @param at the moment at which stories are looked at; null for now
     * @param folder of the index
     */
    public record Config(
            String address,
            int port,
            @Nullable String token,
            int perMinute,
            @Nullable Instant at,
            Path folder) {
        /** Refuses to be open to others without a token. */
        public Config {
            if (token == null && !isLoopback(address)) {
                throw new IllegalArgumentException("to listen on " + address
                        + ", where others can reach it, the desk needs a token: --token-file FILE");
            }
        }

        boolean isOurself() {
            return isLoopback(address);
        }

        private static boolean isLoopback(String address) {
            try {
                return InetAddress.getByName(address).isLoopbackAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("there is no address " + address, e);
            }
        }
    }

    private final TopicIndex view;
    private final IndexUpdater feed;
    private final EventStreams streams;
    private final ArticleEndpoint articles;
    private final Server server;
    private final ServerConnector connector;
    private final Cluster cluster;

    private WebServer(Config config, Properties client, PrometheusMeterRegistry metrics) throws Exception {
        cluster = new Cluster(client);
        view = view(config);
        streams = new EventStreams(view.offsets());
        feed = new IndexUpdater(view, client, streams::tell);
        articles = new ArticleEndpoint(client, Clock.systemUTC());
        Access access = new Access(config.token(), config.perMinute());
        Pages pages = new Pages(access.asksToken());
        ResourceEndpoints resources = new ResourceEndpoints(
                new IndexQueries(view),
                pages,
                config.at(),
                feed.throughput(),
                () -> ConsumerLag.of(cluster),
                streams::clients);
        QueuedThreadPool threads = new QueuedThreadPool(48, 4);
        threads.setName("desk");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(config.address());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(512);
        server.addConnector(connector);
        server.setHandler(new RequestRouter(
                resources,
                pages,
                streams,
                articles,
                new OverrideEndpoint(client, Clock.systemUTC()),
                access,
                config.isOurself(),
                metrics,
                feed::isReady));
        metrics.gauge("newsfold.desk.streams", streams, EventStreams::clients);
        try {
            server.start();
        } catch (Exception e) {
            articles.close();
            view.close();
            cluster.close();
            throw e;
        }
        feed.start();
    }

    private TopicIndex view(Config config) {
        String id = cluster.check();
        if (cluster.existing(List.of(Topic.CHANGES.topicName())).isEmpty()) {
            cluster.close();
            throw new BrokerException("the cluster has no topics of Newsfold: start newsfold enrich first");
        }
        return TopicIndex.open(config.folder(), id);
    }

    /**
     * Starts it; returns as soon as requests are answered, the view may not be up with the topics yet.
     *
     * @param metrics measurements of the process
     * @throws BrokerException where the cluster has no topics of ours
     * @throws IllegalArgumentException where the port is taken
     */
    public static WebServer start(Config config, Properties client, PrometheusMeterRegistry metrics) {
        try {
            return new WebServer(config, client, metrics);
        } catch (BindException e) {
            throw taken(config, e);
        } catch (IOException e) {
            if (e.getCause() instanceof BindException) {
                throw taken(config, e);
            }
            throw new IllegalStateException("the desk did not start", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the desk did not start", e);
        }
    }

    private static IllegalArgumentException taken(Config config, Exception e) {
        return new IllegalArgumentException(
                "port " + config.port() + " on " + config.address() + " is taken: choose another with --port", e);
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setUriCompliance(UriCompliance.RFC3986);
        return http;
    }

    /** Where it answers. */
    public String address() {
        String host = connector.getHost();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort();
    }

    /** Waits until the desk shows all that stands on the topics now. */
    public void awaitShown() throws InterruptedException {
        feed.awaitShown();
    }

    @Override
    public void close() {
        streams.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the desk did not stop", e);
        } finally {
            articles.close();
            feed.close();
            view.close();
            cluster.close();
        }
    }
}
