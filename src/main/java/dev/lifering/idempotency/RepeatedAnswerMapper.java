package dev.lifering.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives an answer again as it was given, with a header that says so. */
@ApplicationScoped
class RepeatedAnswerMapper {
    static final String REPEATED = "Idempotent-Replayed";

    @ServerExceptionMapper(RepeatedAnswer.class)
    Response repeat(RepeatedAnswer repeated) {
        FirstAnswer answer = repeated.answer();
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPEATED, true);
        answer.headers().forEach(response::header);
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .entity(answer.body().toString());
        }
        return response.build();
    }
}
