package kontor.sandbox.amazon.gate;

import java.util.ArrayList;
import java.util.List;
import kontor.sandbox.amazon.model.ModelCheck;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.amazon.seller.Seller;
import kontor.sandbox.amazon.seller.Sellers;
import kontor.sandbox.amazon.seller.Tokens;
import kontor.sandbox.http.Request;
import org.jspecify.annotations.Nullable;

/** Lets a call in: the token, the bucket, the contract, the seller's own path and places. */
final class Admission {

  private final Tokens tokens;
  private final Sellers sellers;
  private final Buckets buckets;
  private final Books books;
  private final @Nullable ModelCheck model;

  Admission(
      Tokens tokens, Sellers sellers, Buckets buckets, Books books, @Nullable ModelCheck model) {
    this.tokens = tokens;
    this.sellers = sellers;
    this.buckets = buckets;
    this.books = books;
    this.model = model;
  }

  /** The call, or a refusal. */
  Call admit(Operation operation, Request request) {
    Seller seller = seller(operation, token(request));
    if (!buckets.take(seller.sellerId(), operation.name())) {
      books.breach(seller.sellerId(), operation.name());
      throw Problem.QUOTA.refuse(operation.name());
    }
    checkModel(operation, request, seller);
    Shape shape = Shape.of(operation.name());
    Call call = new Call(seller, request, shape.query(request), shape.body(request));
    checkPlaces(call);
    return call;
  }

  private Tokens.Token token(Request request) {
    if (request.header("x-amz-access-token").isEmpty()) {
      throw Problem.UNAUTHORIZED.refuse("Access token is missing in the request header.");
    }
    Tokens.Token token =
        tokens
            .of(request)
            .orElseThrow(
                () ->
                    Problem.UNAUTHORIZED.refuse(
                        "The access token you provided is revoked, malformed or invalid."));
    if (tokens.expired(token)) {
      throw Problem.UNAUTHORIZED.refuse("The access token you provided has expired.");
    }
    return token;
  }

  private Seller seller(Operation operation, Tokens.Token token) {
    if (operation.access() == Operation.Access.APPLICATION) {
      if (!token.scope().equals(Tokens.NOTIFICATIONS)) {
        throw Problem.UNAUTHORIZED.refuse("needs a token with the scope " + Tokens.NOTIFICATIONS);
      }
      return Seller.NONE;
    }
    return sellers
        .find(token.sellerId())
        .orElseThrow(() -> Problem.UNAUTHORIZED.refuse("needs a token of a seller"));
  }

  private void checkModel(Operation operation, Request request, Seller seller) {
    List<String> wrong = model == null ? List.of() : model.request(request);
    if (!wrong.isEmpty()) {
      books.violation(seller.sellerId(), operation.name());
      throw Problem.INVALID_INPUT.refuse(wrong);
    }
  }

  private static void checkPlaces(Call call) {
    String inPath = call.request().variables().getOrDefault("sellerId", call.sellerId());
    if (!inPath.equals(call.sellerId())) {
      throw Problem.UNAUTHORIZED.refuse("sellerId: the token is not of " + inPath);
    }
    List<String> places = new ArrayList<>(call.list("marketplaceIds"));
    call.parameter("MarketplaceId").ifPresent(places::add);
    call.body().path("marketplaceIds").forEach(place -> places.add(place.asText()));
    for (String place : places) {
      if (Marketplace.find(place).isEmpty()) {
        throw Problem.INVALID_INPUT.refuse("marketplaceIds: there is no marketplace " + place);
      }
      if (!call.seller().marketplaceIds().contains(place)) {
        throw Problem.UNAUTHORIZED.refuse("marketplaceIds: the seller does not sell on " + place);
      }
    }
  }
}
