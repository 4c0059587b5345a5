/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-words.h"

/*
 * Folded headers without spaces, the surest of each field first: where a file
 * has both "Customer Name" and "Customer", the first is the name. Taken from the
 * exports of the tools people use and from what they write by hand. No word
 * stands for two fields, in whatever language.
 */
static const RelanceImportWords all_words[] = {
  /* French and English */
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_CONTINENTAL,
    "numerofacture nfacture nofacture numfacture numerodefacture ndefacture nodefacture "
    "numerodelafacture facturen factureno facturenumero numerodocument numerodedocument "
    "numerodudocument numeropiece numerodepiece numerodelapiece npiece pieceref numero num n "
    "reffacture referencefacture idfacture factureid codefacture" },
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_ENGLISH,
    "invoicenumber invoiceno invoicenum invoicenr invno invnum invnumber documentnumber documentno "
    "docnumber "
    "invoicenbr invoicereference invoiceref invoicekey invoicecode documentref documentreference "
    "billnumber billno billid docid number no nr" },
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_CONTINENTAL, "facture piece" },
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_ENGLISH, "invoice" },
  { RELANCE_FIELD_NUMBER, 0, "reference ref documentid invoiceid id details" },
  { RELANCE_FIELD_ISSUED, RELANCE_WORD_CONTINENTAL,
    "dateemission datedemission datefacture datedefacture datedelafacture datefacturation "
    "datedefacturation emiseele emisele emission datedocument datepiece "
    "datecreation datedecreation creele datecomptable datedecomptabilisation" },
  { RELANCE_FIELD_ISSUED, RELANCE_WORD_ENGLISH,
    "invoicedate invdate issuedate issueddate dateissued issued issuedon dateofissue documentdate "
    "billdate "
    "createddate created invoicebilldate billingdate billedon invoicedon invoicingdate "
    "dateinvoiced "
    "datebilled docdate documentcreatedate invoicecreateddate postingdate transactiondate "
    "baselinedate baselinecreatedate" },
  { RELANCE_FIELD_ISSUED, 0, "date" },
  { RELANCE_FIELD_DUE, RELANCE_WORD_CONTINENTAL,
    "dateecheance datedecheance echeance echeancele datelimite datelimitedepaiement "
    "datelimitepaiement datelimitedereglement datelimitereglement limitedepaiement "
    "datedereglementprevue datereglementprevue datedepaiementprevue apayeravant apayeravantle "
    "apayerle paiementavant" },
  { RELANCE_FIELD_DUE, RELANCE_WORD_ENGLISH,
    "duedate due dueon dueby datedue paymentduedate paymentdue dueindate netduedate maturitydate "
    "paymentdeadline payby paybydate" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL,
    "nomclient nomduclient clientnom raisonsociale raisonsocialeclient societe nomsociete "
    "nomdelasociete entreprise tiers nomdutiers nomtiers acheteur destinataire debiteur "
    "nomfacturation nomdefacturation clientfacture libelleclient libelletiers intituletiers "
    "intituledutiers intituleclient "
    "partenaire nomdupartenaire nomdaffichagedupartenairedelafacture" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_ENGLISH,
    "clientname customername customerfullname billtoname" },
  { RELANCE_FIELD_CLIENT, 0, "client" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_ENGLISH,
    "customer companyname company organizationname organisationname organization organisation "
    "accountname billto buyer partnername partner invoicepartnerdisplayname namecustomer custname "
    "customercompany clientcompany billtocustomer soldtoname soldto debtorname debtor payername "
    "payer cust" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_ENGLISH | RELANCE_WORD_FAMILY, "name" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_ENGLISH, "contactname" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_FAMILY,
    "nom nomdefamille nachname apellido apellidos cognome achternaam" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_ENGLISH | RELANCE_WORD_FAMILY,
    "lastname familyname surname" },
  { RELANCE_FIELD_FIRST_NAME, RELANCE_WORD_CONTINENTAL, "prenom vorname nombredepila voornaam" },
  { RELANCE_FIELD_FIRST_NAME, RELANCE_WORD_ENGLISH, "firstname givenname" },
  { RELANCE_FIELD_EMAIL, RELANCE_WORD_CONTINENTAL,
    "courriel adressemail adresseemail adressecourriel emailclient emailduclient mailclient "
    "courrielclient mel" },
  { RELANCE_FIELD_EMAIL, RELANCE_WORD_ENGLISH,
    "clientemail customeremail emailaddress emailrecipient contactemail billingemail" },
  { RELANCE_FIELD_EMAIL, 0, "email mail" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_CONTINENTAL,
    "montantttc totalttc montanttotalttc ttc prixttc montanttoutestaxes montanttotal "
    "totalendevisesigne totalsigne montantfacturettc totalfacture montantdudocument "
    "montantdocument" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_TO_PAY, "netapayer" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_ENGLISH,
    "totalamount grandtotal invoicetotal invoiceamount totalinclvat totalincludingvat "
    "totalinctax amountinclvat amountincludingvat amountinctax grossamount gross "
    "totalincurrencysigned totalincurrency totalsigned totalinvoiceamount invoicedamount "
    "amountinvoiced invoicevalue billedamount billamount amountbilled billtotal documentamount "
    "totalinvoice totalinvoiced originalamount invoiceamt invamount invamt totalamt grosstotal "
    "totalvalue" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_ENGLISH | RELANCE_WORD_TO_PAY, "totalopenamount openamount" },
  { RELANCE_FIELD_TOTAL, 0, "total" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_ENGLISH, "amount amt value" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_CONTINENTAL,
    "montant montantfacture montantdelafacture montantdepiece montantpiece montantinitial "
    "montantorigine" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_ENGLISH | RELANCE_WORD_OF_A_LINE,
    "linetotal itemtotal lineamount" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_OF_A_LINE,
    "totalligne totaldelaligne montantligne montantdelaligne" },
  { RELANCE_FIELD_NET, RELANCE_WORD_CONTINENTAL,
    "montantht totalht montanttotalht ht montanthorstaxes horstaxes soustotalht soustotal "
    "montantnet montanthorstaxessigne" },
  { RELANCE_FIELD_NET, RELANCE_WORD_ENGLISH,
    "subtotal netamount net amountexclvat totalexclvat amountexcludingvat totalexcludingvat "
    "amountexcltax totalexcltax amountnetoftax untaxedamount untaxedamountsigned" },
  { RELANCE_FIELD_VAT, RELANCE_WORD_CONTINENTAL,
    "montanttva montantdelatva totaltva tva montanttaxes totaltaxes" },
  { RELANCE_FIELD_VAT, RELANCE_WORD_ENGLISH,
    "vatamount vat totalvat taxamount totaltax tax taxes salestax" },
  { RELANCE_FIELD_PAID, RELANCE_WORD_CONTINENTAL,
    "montantpaye montantregle montantencaisse totalpaye totalregle totalencaisse dejapaye "
    "dejaregle montantdupaiement montantpaiement montantdureglement montantreglement "
    "paye payee regle reglee encaisse encaissee" },
  { RELANCE_FIELD_PAID, RELANCE_WORD_ENGLISH,
    "amountpaid paidamount amountpaidamount totalpaid paidtodate amountreceived received "
    "invoiceamountpaid amountsettled settledamount amountcollected collectedamount "
    "receivedamount paymentamount paymentsreceived totalpayments paid settled" },
  { RELANCE_FIELD_PAID_ON, RELANCE_WORD_CONTINENTAL,
    "datepaiement datedepaiement datedupaiement datereglement datedereglement datedureglement "
    "dateencaissement datedencaissement payele payeele reglele regleele encaissele "
    "datedernierpaiement datedernierreglement datepaiementeffectif datedepaiementeffectif "
    "datereglementeffectif datereelledepaiement datesolde datedesolde soldeele soldele "
    "datelettrage datedelettrage acquitteele acquittele dateacquittement datedacquittement" },
  { RELANCE_FIELD_PAID_ON, RELANCE_WORD_ENGLISH,
    "paymentdate paydate datepaid paiddate paidon paidat dateofpayment lastpaymentdate "
    "actualpaymentdate "
    "paymentreceiveddate paymentreceivedon settleddate datesettled settledon settlementdate "
    "cleardate cleareddate clearingdate datecleared clearedon collectiondate collectedon "
    "datereceived receiveddate receivedon closeddate dateclosed closedon" },
  { RELANCE_FIELD_BALANCE, RELANCE_WORD_CONTINENTAL,
    "resteapayer restedu restearegler resteaencaisser restantdu reste soldedu soldeapayer solde "
    "montantdu montantduendevisesigne montantdusigne" },
  { RELANCE_FIELD_BALANCE, RELANCE_WORD_ENGLISH,
    "balancedue balancedueamount openbalance balance amountremaining amountoutstanding "
    "outstandingbalance outstanding remaining amountdue invoiceamountdue "
    "amountdueincurrencysigned amountduesigned outstandingamount balanceamount unpaidamount "
    "amountopen remainingamount remainingbalance" },
  { RELANCE_FIELD_CURRENCY, RELANCE_WORD_CONTINENTAL,
    "devise codedevise monnaie devisefacture devisedefacturation" },
  { RELANCE_FIELD_CURRENCY, RELANCE_WORD_ENGLISH,
    "currency currencycode invoicecurrency "
    "currencyiso documentcurrency ccy" },
  { RELANCE_FIELD_STATUS, RELANCE_WORD_CONTINENTAL, "statut etat" },
  { RELANCE_FIELD_STATUS, RELANCE_WORD_ENGLISH, "status state" },
  { RELANCE_FIELD_PAYMENT_STATE, RELANCE_WORD_CONTINENTAL,
    "statutpaiement statutdepaiement statutdupaiement etatpaiement etatdepaiement etatdupaiement "
    "statutreglement statutdereglement etatreglement etatdereglement" },
  { RELANCE_FIELD_PAYMENT_STATE, RELANCE_WORD_ENGLISH, "paymentstatus paymentstate" },
  { RELANCE_FIELD_TERMS, RELANCE_WORD_CONTINENTAL,
    "conditionsdepaiement conditionspaiement conditionsdereglement conditionsreglement "
    "delaidepaiement delaipaiement delaidereglement delaireglement delai "
    "conditions" },
  { RELANCE_FIELD_TERMS, RELANCE_WORD_ENGLISH, "paymenttermslabel paymentterms terms" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_CONTINENTAL,
    "objet intitule libelle prestation projet nomduprojet" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_ENGLISH, "subject title label memo project projectname" },
  { RELANCE_FIELD_LABEL, 0, "description" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_ENGLISH | RELANCE_WORD_OF_A_LINE, "itemname item" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_OF_A_LINE, "designation article" },
  { RELANCE_FIELD_TYPE, 0,
    "type typededocument typedocument typedepiece documenttype transactiontype" },
  { RELANCE_FIELD_VAT_RATE, RELANCE_WORD_CONTINENTAL, "tauxtva tauxdetva tauxdelatva" },
  { RELANCE_FIELD_VAT_RATE, RELANCE_WORD_ENGLISH, "vatrate taxrate" },
  { RELANCE_FIELD_LINE, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_OF_A_LINE,
    "quantite qte prixunitaire prixunitaireht pu puht" },
  { RELANCE_FIELD_LINE, RELANCE_WORD_ENGLISH | RELANCE_WORD_OF_A_LINE,
    "quantity qty unitprice itemprice itemdescription" },

  /* German */
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_CONTINENTAL,
    "rechnungsnummer rechnungsnr rechnungnummer rechnungnr rechnungsno rechnr rgnummer rgnr "
    "renr belegnummer belegnr dokumentnummer dokumentnr nummer rechnungsid rechnung beleg" },
  { RELANCE_FIELD_ISSUED, RELANCE_WORD_CONTINENTAL,
    "rechnungsdatum datumderrechnung rechnungvom belegdatum dokumentdatum ausstellungsdatum "
    "ausgestelltam ausgestellt rgdatum erstelltam datum" },
  { RELANCE_FIELD_DUE, RELANCE_WORD_CONTINENTAL,
    "falligkeitsdatum faelligkeitsdatum falligkeit faelligkeit falligam faelligam fallig "
    "faellig zahlbarbis zahlbarbiszum zubezahlenbis" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL,
    "kundenname kundename namedeskunden kunde kundin rechnungsempfanger rechnungsempfaenger "
    "empfanger empfaenger auftraggeber firma firmenname unternehmen debitor debitorname "
    "debitorenname" },
  { RELANCE_FIELD_EMAIL, RELANCE_WORD_CONTINENTAL,
    "emailadresse mailadresse kundenemail emailkunde emaildeskunden" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_CONTINENTAL,
    "bruttobetrag betragbrutto gesamtbetragbrutto rechnungsbetragbrutto gesamtbrutto "
    "bruttosumme summebrutto bruttogesamt brutto betraginklmwst betraginklust "
    "gesamtinklmwst gesamtinklust summeinklmwst gesamtbetraginklmwst gesamtbetrag "
    "gesamtsumme rechnungsbetrag rechnungssumme endbetrag zahlbetrag gesamt summe betrag" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_OF_A_LINE,
    "positionssumme positionsbetrag" },
  { RELANCE_FIELD_NET, RELANCE_WORD_CONTINENTAL,
    "nettobetrag betragnetto gesamtbetragnetto rechnungsbetragnetto gesamtnetto nettosumme "
    "summenetto nettogesamt netto betragexklmwst betragohnemwst zwischensumme" },
  { RELANCE_FIELD_VAT, RELANCE_WORD_CONTINENTAL,
    "mwstbetrag ustbetrag umsatzsteuerbetrag mehrwertsteuerbetrag steuerbetrag mwst ust "
    "umsatzsteuer mehrwertsteuer steuer" },
  { RELANCE_FIELD_PAID, RELANCE_WORD_CONTINENTAL,
    "bezahlterbetrag betragbezahlt gezahlterbetrag bereitsbezahlt bereitsgezahlt bezahlt "
    "gezahlt beglichen zahlungseingang" },
  { RELANCE_FIELD_PAID_ON, RELANCE_WORD_CONTINENTAL,
    "bezahltam gezahltam beglichenam bezahltdatum zahlungsdatum zahldatum datumderzahlung "
    "zahlungseingangam zahlungseingangsdatum zahlungam letztezahlung ausgleichsdatum "
    "ausgeglichenam ausgleicham" },
  { RELANCE_FIELD_BALANCE, RELANCE_WORD_CONTINENTAL,
    "offenerbetrag betragoffen offenersaldo nochoffen offen restbetrag ausstehenderbetrag "
    "ausstehend saldo" },
  { RELANCE_FIELD_CURRENCY, RELANCE_WORD_CONTINENTAL,
    "wahrung waehrung wahrungscode waehrungscode" },
  { RELANCE_FIELD_STATUS, RELANCE_WORD_CONTINENTAL, "rechnungsstatus zustand" },
  { RELANCE_FIELD_PAYMENT_STATE, RELANCE_WORD_CONTINENTAL, "zahlungsstatus bezahlstatus" },
  { RELANCE_FIELD_TERMS, RELANCE_WORD_CONTINENTAL,
    "zahlungsbedingungen zahlungsbedingung zahlungskonditionen zahlungsziel zahlungsfrist" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_CONTINENTAL,
    "betreff beschreibung verwendungszweck leistung projekt" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_OF_A_LINE, "bezeichnung artikel" },
  { RELANCE_FIELD_TYPE, RELANCE_WORD_CONTINENTAL,
    "belegart dokumenttyp dokumentart rechnungsart rechnungstyp typ" },
  { RELANCE_FIELD_VAT_RATE, RELANCE_WORD_CONTINENTAL,
    "mwstsatz ustsatz steuersatz mehrwertsteuersatz umsatzsteuersatz" },
  { RELANCE_FIELD_LINE, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_OF_A_LINE,
    "menge anzahl einzelpreis stuckpreis stueckpreis" },

  /* Spanish */
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_CONTINENTAL,
    "numerofactura numerodefactura numfactura nfactura nofactura facturanumero facturano "
    "numerodocumento numerodedocumento factura documento" },
  { RELANCE_FIELD_ISSUED, RELANCE_WORD_CONTINENTAL,
    "fechafactura fechadefactura fechadelafactura fechaemision fechadeemision "
    "fechaexpedicion fechadeexpedicion emitida fecha" },
  { RELANCE_FIELD_DUE, RELANCE_WORD_CONTINENTAL,
    "fechavencimiento fechadevencimiento vencimiento venceel vence fechalimite "
    "fechalimitedepago" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL,
    "nombrecliente nombredelcliente nombredecliente cliente razonsocial empresa "
    "destinatario deudor" },
  { RELANCE_FIELD_EMAIL, RELANCE_WORD_CONTINENTAL,
    "emailcliente correoelectronico correo emaildelcliente correocliente" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_CONTINENTAL,
    "importetotal totalfactura importefactura importedelafactura totalconiva importeconiva "
    "importetotalconiva ivaincluido totalivaincluido importebruto importe" },
  { RELANCE_FIELD_NET, RELANCE_WORD_CONTINENTAL,
    "baseimponible importeneto importesiniva totalsiniva neto base" },
  { RELANCE_FIELD_VAT, RELANCE_WORD_CONTINENTAL,
    "cuotaiva cuotadeiva importeiva importedeiva totaliva iva impuestos" },
  { RELANCE_FIELD_PAID, RELANCE_WORD_CONTINENTAL,
    "importepagado importecobrado totalpagado totalcobrado pagado pagada cobrado cobrada" },
  { RELANCE_FIELD_PAID_ON, RELANCE_WORD_CONTINENTAL,
    "fechapago fechadepago fechadelpago fechacobro fechadecobro fechadelcobro pagadael "
    "pagadoel cobradael cobradoel fechaliquidacion fechadeliquidacion" },
  { RELANCE_FIELD_BALANCE, RELANCE_WORD_CONTINENTAL,
    "importependiente saldopendiente pendientedepago pendientedecobro pendientepago "
    "pendientecobro pendiente" },
  { RELANCE_FIELD_CURRENCY, RELANCE_WORD_CONTINENTAL, "moneda divisa" },
  { RELANCE_FIELD_STATUS, RELANCE_WORD_CONTINENTAL,
    "estado estadofactura estadodelafactura situacion" },
  { RELANCE_FIELD_PAYMENT_STATE, RELANCE_WORD_CONTINENTAL,
    "estadopago estadodepago estadodelpago estadocobro estadodecobro" },
  { RELANCE_FIELD_TERMS, RELANCE_WORD_CONTINENTAL,
    "condicionesdepago condicionespago plazodepago plazo" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_CONTINENTAL, "concepto asunto descripcion proyecto" },
  { RELANCE_FIELD_TYPE, RELANCE_WORD_CONTINENTAL,
    "tipodedocumento tipodocumento tipofactura tipodefactura tipo" },
  { RELANCE_FIELD_VAT_RATE, RELANCE_WORD_CONTINENTAL, "tipoiva tipodeiva porcentajeiva" },
  { RELANCE_FIELD_LINE, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_OF_A_LINE,
    "cantidad preciounitario" },

  /* Italian */
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_CONTINENTAL,
    "numerofattura numerodellafattura numfattura nfattura nofattura fatturanumero fatturan "
    "ndocumento fattura" },
  { RELANCE_FIELD_ISSUED, RELANCE_WORD_CONTINENTAL,
    "datafattura datadellafattura dataemissione datadiemissione datadocumento emessail data" },
  { RELANCE_FIELD_DUE, RELANCE_WORD_CONTINENTAL,
    "datascadenza datadiscadenza scadenza scadenzapagamento datascadenzapagamento scadeil "
    "scade" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL,
    "nomecliente ragionesociale ragionesocialecliente denominazione denominazionecliente "
    "intestatario azienda" },
  { RELANCE_FIELD_EMAIL, RELANCE_WORD_CONTINENTAL, "indirizzoemail postaelettronica" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_CONTINENTAL,
    "importototale totalefattura totaledocumento importofattura totaleivato "
    "totaleivainclusa totaleconiva importolordo lordo totale importo" },
  { RELANCE_FIELD_NET, RELANCE_WORD_CONTINENTAL,
    "totaleimponibile imponibile importonetto totalenetto totaleivaesclusa" },
  { RELANCE_FIELD_VAT, RELANCE_WORD_CONTINENTAL, "importoiva totaleiva imposta" },
  { RELANCE_FIELD_PAID, RELANCE_WORD_CONTINENTAL,
    "importopagato importoincassato totalepagato pagato pagata incassato incassata saldato "
    "saldata" },
  { RELANCE_FIELD_PAID_ON, RELANCE_WORD_CONTINENTAL,
    "datapagamento datadipagamento datadelpagamento dataincasso datadiincasso pagatoil "
    "pagatail incassatoil datasaldo datadisaldo saldatail" },
  { RELANCE_FIELD_BALANCE, RELANCE_WORD_CONTINENTAL,
    "importoresiduo restodapagare dapagare daincassare dasaldare residuo importodovuto" },
  { RELANCE_FIELD_CURRENCY, RELANCE_WORD_CONTINENTAL, "valuta" },
  { RELANCE_FIELD_STATUS, RELANCE_WORD_CONTINENTAL, "stato statofattura" },
  { RELANCE_FIELD_PAYMENT_STATE, RELANCE_WORD_CONTINENTAL, "statopagamento statodelpagamento" },
  { RELANCE_FIELD_TERMS, RELANCE_WORD_CONTINENTAL,
    "condizionidipagamento condizionipagamento terminidipagamento terminipagamento" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_CONTINENTAL, "oggetto causale descrizione progetto" },
  { RELANCE_FIELD_TYPE, RELANCE_WORD_CONTINENTAL, "tipologia" },
  { RELANCE_FIELD_VAT_RATE, RELANCE_WORD_CONTINENTAL, "aliquotaiva aliquota" },
  { RELANCE_FIELD_LINE, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_OF_A_LINE,
    "quantita prezzounitario" },

  /* Dutch */
  { RELANCE_FIELD_NUMBER, RELANCE_WORD_CONTINENTAL,
    "factuurnummer factuurnr factuurno documentnummer documentnr boekstuknummer factuur" },
  { RELANCE_FIELD_ISSUED, RELANCE_WORD_CONTINENTAL,
    "factuurdatum datumfactuur documentdatum uitgiftedatum" },
  { RELANCE_FIELD_DUE, RELANCE_WORD_CONTINENTAL,
    "vervaldatum vervaldag vervaltop uiterstebetaaldatum betalenvoor tebetalenvoor" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL,
    "klantnaam naamklant klant relatienaam relatie debiteurnaam bedrijfsnaam bedrijf "
    "afnemer" },
  { RELANCE_FIELD_EMAIL, RELANCE_WORD_CONTINENTAL, "emailadres mailadres emailklant klantemail" },
  { RELANCE_FIELD_TOTAL, RELANCE_WORD_CONTINENTAL,
    "totaalbedrag bedraginclbtw totaalinclbtw bedraginclusiefbtw totaalinclusiefbtw inclbtw "
    "brutobedrag factuurbedrag totaal bedrag" },
  { RELANCE_FIELD_NET, RELANCE_WORD_CONTINENTAL,
    "nettobedrag bedragexclbtw totaalexclbtw bedragexclusiefbtw totaalexclusiefbtw exclbtw "
    "subtotaal" },
  { RELANCE_FIELD_VAT, RELANCE_WORD_CONTINENTAL, "btwbedrag bedragbtw totaalbtw btw" },
  { RELANCE_FIELD_PAID, RELANCE_WORD_CONTINENTAL,
    "betaaldbedrag bedragbetaald reedsbetaald betaald voldaan" },
  { RELANCE_FIELD_PAID_ON, RELANCE_WORD_CONTINENTAL,
    "betaaldop betaaldatum datumbetaald datumbetaling betalingsdatum ontvangstdatum voldaanop" },
  { RELANCE_FIELD_BALANCE, RELANCE_WORD_CONTINENTAL,
    "openstaandbedrag openstaandsaldo openstaand nogtebetalen tebetalen resterend" },
  { RELANCE_FIELD_STATUS, RELANCE_WORD_CONTINENTAL, "factuurstatus" },
  { RELANCE_FIELD_PAYMENT_STATE, RELANCE_WORD_CONTINENTAL, "betaalstatus betalingsstatus" },
  { RELANCE_FIELD_TERMS, RELANCE_WORD_CONTINENTAL,
    "betalingstermijn betaaltermijn betalingsvoorwaarden" },
  { RELANCE_FIELD_LABEL, RELANCE_WORD_CONTINENTAL, "omschrijving onderwerp beschrijving" },
  { RELANCE_FIELD_TYPE, RELANCE_WORD_CONTINENTAL, "soort" },
  { RELANCE_FIELD_VAT_RATE, RELANCE_WORD_CONTINENTAL, "btwtarief btwpercentage" },
  { RELANCE_FIELD_LINE, RELANCE_WORD_CONTINENTAL | RELANCE_WORD_OF_A_LINE, "aantal stuksprijs" },

  /* What a client is filed under stands for the name where there is none: after all names, in whatever
   * language. */
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL,
    "codeclient codeduclient numeroclient numerodeclient numeroduclient numclient nclient noclient "
    "idclient identifiantclient compteclient comptetiers codetiers numerotiers numtiers ntiers "
    "idtiers comptedutiers comptedetiers codepartenaire" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_ENGLISH,
    "customerid custid customernumber custnumber customerno custno customernum custnum customernbr "
    "customercode custcode customerkey customeraccount customeraccountnumber customeraccountno "
    "clientid clientnumber clientno clientnum clientcode debtorid debtornumber debtorno debtorcode "
    "buyerid payerid partnerid soldtoid soldtonumber soldtoparty billtoid billtonumber accountid "
    "accountnumber accountno accountcode account" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL,
    "kundennummer kundennr kundenid kundencode kdnr debitorennummer debitorennr debitornummer "
    "debitornr debitorenkonto kundenkonto" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL,
    "codigocliente codigodecliente codigodelcliente numerocliente numerodecliente idcliente "
    "clienteid ncliente nocliente codcliente cuentacliente cuentadecliente codicecliente "
    "codicedelcliente contocliente codiceanagrafica" },
  { RELANCE_FIELD_CLIENT, RELANCE_WORD_CONTINENTAL,
    "klantnummer klantnr klantid klantcode debiteurnummer debiteurnr debiteurennummer "
    "debiteurcode relatienummer relatiecode" },
};

/**
 * relance_import_words_get:
 * @n_words: (out): how many there are
 *
 * Returns: (transfer none): the words by which columns are called, in French, English, German,
 *   Spanish, Italian and Dutch
 */
const RelanceImportWords *
relance_import_words_get (gsize *n_words)
{
  *n_words = G_N_ELEMENTS (all_words);

  return all_words;
}
