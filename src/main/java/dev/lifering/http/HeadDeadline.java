package dev.lifering.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on clients that do not bring the head of a request to its end in time, however steadily it trickles in; the
 * handshake of TLS counts. Neither Quarkus nor Vert.x has a setting for it, so Netty calls this for each new connection,
 * where its system property {@code io.netty.bootstrap.extensions} says {@code serviceload}.
 *
 * <p>A connection that turns out to speak HTTP/2 is left to {@code quarkus.http.idle-timeout}.
 */
@RegisterForReflection
public final class HeadDeadline extends ChannelInitializerExtension {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AttributeKey<Watch> WATCH = AttributeKey.valueOf(HeadDeadline.class, "watch");

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        var watch = new Watch();
        channel.attr(WATCH).set(watch);
        channel.pipeline().addFirst(watch);
    }

    /** The head is there; until the request is answered, what comes is its body. */
    static void met(RoutingContext route) {
        watch(route).ifPresent(watch -> {
            watch.met();
            if (route.request().version() != HttpVersion.HTTP_2) {
                route.addEndHandler(end -> watch.expectHead());
            }
        });
    }

    private static Optional<Watch> watch(RoutingContext route) {
        return route.request().connection() instanceof ConnectionBase connection
                ? Optional.ofNullable(connection.channel().attr(WATCH).get())
                : Optional.empty();
    }

    /** All of it happens on the event loop of the connection, but for the end of a request. */
    private static final class Watch extends ChannelInboundHandlerAdapter {
        private volatile boolean expecting = true;
        private @Nullable ScheduledFuture<?> deadline;

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // nobody waits until a connection is closed
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (expecting && deadline == null) {
                Runnable hangUp = context::close;
                deadline = context.executor().schedule(hangUp, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            met();
            context.fireChannelInactive();
        }

        void met() {
            expecting = false;
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
        }

        void expectHead() {
            expecting = true;
        }
    }
}
